using System.Collections;
using System.Management.Automation;

namespace Checkly;

/// <summary>What a person gave where a service is wanted: an id, a name, or something that has one of them.</summary>
/// <param name="Id">The id, a GUID, when it is known.</param>
/// <param name="Name">The name, when it is known.</param>
/// <param name="AccountId">The account, when it is known.</param>
/// <param name="Refusal">Why it can be no service; none when it can.</param>
internal sealed record GivenService(string? Id, string? Name, string? AccountId, string? Refusal = null)
{
    /// <summary>Whether all is known that an incident must name.</summary>
    public bool IsWhole => Id is not null && Name is not null && AccountId is not null;

    /// <summary>Reads what was given.</summary>
    public static GivenService Of(object? given)
    {
        object? plain = given is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : given;
        return plain switch
        {
            string or Guid => ApiId.IsGuid(plain.ToString().Trim()) ? new(plain.ToString().Trim(), null, null) : new GivenService(null, plain.ToString(), null).Checked(),
            IDictionary map => new GivenService(Text(map["Id"]), Text(map["Name"]), Text(map["AccountId"])).Checked(),
            null => new(null, null, null, "Nothing was given where a service is wanted."),
            not StatusPageService when plain.GetType().Assembly == typeof(StatusPageService).Assembly =>
                new(null, null, null, $"A {plain.GetType().Name} was given where a service is wanted."),
            _ => OfProperties(PSObject.AsPSObject(given!)).Checked(),
        };
    }

    /// <summary>It as a service, as far as it is known.</summary>
    public StatusPageService ToService() => new() { Id = Id, Name = Name, AccountId = AccountId };

    private static GivenService OfProperties(PSObject view) =>
        new(Text(view.Properties["Id"]?.Value), Text(view.Properties["Name"]?.Value), Text(view.Properties["AccountId"]?.Value));

    private GivenService Checked() =>
        Id is not null && !ApiId.IsGuid(Id) ? this with { Refusal = $"'{DisplayText.OneLine(Id)}' is not the id of a service, which is a GUID." }
        : Id is null && string.IsNullOrWhiteSpace(Name) ? this with { Refusal = "What was given where a service is wanted has neither an id nor a name." }
        : Id is null ? this with { Name = Name!.Trim() }
        : this;

    private static string? Text(object? value) => value?.ToString() is { } text && text.Trim().Length > 0 ? text.Trim() : null;
}
