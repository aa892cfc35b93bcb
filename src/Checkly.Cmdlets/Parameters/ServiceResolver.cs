namespace Checkly;

/// <summary>
/// Finds services by ids, names, service objects, and deserialized service objects. The account's list is read at most once for a
/// pipeline, when the first name has to be looked up. A service that cannot be found is an error before any change is sent.
/// </summary>
/// <param name="command">The cmdlet that sends the requests and writes the errors.</param>
/// <param name="whole">
/// Whether the name and the account of a service are needed as well, as in the body of an incident. If so, a service of which
/// only the id is known is read; otherwise its id is enough.
/// </param>
internal sealed class ServiceResolver(ChecklySessionCommand command, bool whole)
{
    private const int MostNamed = 10;
    private readonly Dictionary<string, StatusPageService> _read = new(StringComparer.OrdinalIgnoreCase);
    private List<StatusPageService>? _all;

    /// <summary>Finds all of them, each once and in their order.</summary>
    /// <param name="given">The values of the parameter.</param>
    /// <param name="services">The services; only their ids are set where that is enough.</param>
    /// <returns>Whether all were found. A non-terminating error was written for each that was not.</returns>
    public bool TryResolve(IEnumerable<object?> given, out StatusPageService[] services)
    {
        StatusPageService?[] found = [.. given.Select(Resolve)];
        services = [.. found.OfType<StatusPageService>().GroupBy(service => service.Id, StringComparer.OrdinalIgnoreCase).Select(same => same.First())];
        return !found.Contains(null);
    }

    private StatusPageService? Resolve(object? given)
    {
        var said = ServiceReference.Of(given, command.GetType());
        if (said.Refusal is { } refusal)
        {
            command.Refuse(refusal, given);
            return null;
        }

        if (said.Id is not { } id)
        {
            return Named(said.Name!);
        }

        return !whole || said.IsWhole ? said.ToService() : Read(id);
    }

    private StatusPageService? Read(string id)
    {
        if (_all?.Find(service => ApiId.Same(service.Id, id)) is { } listed)
        {
            return listed;
        }

        if (!_read.TryGetValue(id, out StatusPageService? service) && command.TrySend(StatusPageServiceRequests.Get(id), id, out service))
        {
            _read[id] = service;
        }

        return service;
    }

    /// <summary>As it is written, else in any case: a name that differs from another in its case only can still be given.</summary>
    private StatusPageService? Named(string name)
    {
        _all ??= CursorPages.All(command, StatusPageServiceRequests.List, StatusPageServiceRequests.LargestPage);
        if (_all is null)
        {
            return null;
        }

        StatusPageService[] called = [.. _all.Where(service => string.Equals(service.Name?.Trim(), name, StringComparison.OrdinalIgnoreCase))];
        StatusPageService[] exactly = [.. called.Where(service => service.Name?.Trim() == name)];
        called = exactly.Length > 0 ? exactly : called;
        if (called.Length == 1)
        {
            return called[0];
        }

        string shown = DisplayText.OneLine(name);
        if (called.Length == 0)
        {
            string why = $"The account has no service '{shown}'. {Listed(_all)}";
            command.WriteError(ErrorRecords.Missing(why, name, "Get-ChecklyStatusPageService"));
        }
        else
        {
            string candidates = string.Join(", ", called.Select(service => DisplayText.OneLine($"{service.Name} ({service.Id})")));
            command.Refuse($"The account has {called.Length} services '{shown}': {candidates}. Give the id of the one you mean.", name);
        }

        return null;
    }

    private static string Listed(List<StatusPageService> all) => all.Count switch
    {
        0 => "It has none yet: New-ChecklyStatusPageService makes one.",
        > MostNamed => $"Get-ChecklyStatusPageService lists its {all.Count} services.",
        _ => $"It has {string.Join(", ", all.Select(service => $"'{DisplayText.OneLine(service.Name)}'"))}.",
    };
}
