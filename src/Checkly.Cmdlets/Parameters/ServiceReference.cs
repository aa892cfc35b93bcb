namespace Checkly;

/// <summary>What a person gave where a service is wanted: an id, a name, or something that has one of them.</summary>
/// <param name="Id">The id, a GUID, when it is known.</param>
/// <param name="Name">The name, when it is known.</param>
/// <param name="Service">The service itself, when it was given.</param>
/// <param name="Refusal">Why the value cannot name a service; <see langword="null"/> when it can.</param>
internal sealed record ServiceReference(string? Id, string? Name, StatusPageService? Service = null, string? Refusal = null)
{
    /// <summary>
    /// Whether all is known that an incident must name. A service that was saved and read back has its name as it was shown, and not as
    /// the server has it.
    /// </summary>
    public bool IsWhole => Service is { Id: not null, Name: not null, AccountId: not null };

    /// <summary>Reads what was given.</summary>
    /// <param name="given">The value of the parameter.</param>
    /// <param name="command">The cmdlet that has the parameter.</param>
    public static ServiceReference Of(object? given, Type command)
    {
        object? plain = ArgumentValue.Plain(given);
        if (ArgumentValue.IsOther<StatusPageService>(given))
        {
            return new(null, null, null, WrongModel.Message(ArgumentValue.ModelOrRow(given)!, [typeof(StatusPageService)], command));
        }

        string text = plain is string or Guid ? plain.ToString().Trim() : string.Empty;
        return ApiId.IsGuid(text) ? new(text, null)
            : text.Length > 0 ? new(null, text)
            : new ServiceReference(ArgumentValue.Text(given, "Id"), ArgumentValue.Text(given, "Name"), plain as StatusPageService).Checked();
    }

    /// <summary>It as a service, as far as it is known.</summary>
    public StatusPageService ToService() => Service ?? new() { Id = Id, Name = Name };

    private ServiceReference Checked() =>
        Id is not null && !ApiId.IsGuid(Id) ? this with { Refusal = $"'{DisplayText.OneLine(Id)}' is not the id of a service, which is a GUID." }
        : Id is null && Name is null ? this with { Refusal = "What was given where a service is wanted has neither an id nor a name." }
        : this;
}
