namespace Checkly;

/// <summary>
/// Finds services by ids, names, service objects, and deserialized service objects. A service that cannot be found is an error before
/// any change is sent.
/// </summary>
/// <param name="command">The cmdlet that sends the requests and writes the errors.</param>
/// <param name="whole">
/// Whether the name and the account of a service are needed as well, as in the body of an incident. If so, a service of which
/// only the id is known is read; otherwise its id is enough.
/// </param>
internal sealed class ServiceResolver(ChecklySessionCommand command, bool whole)
{
    private readonly Dictionary<string, StatusPageService> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly NameResolver<StatusPageService> _names = new(command);

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
            return _names.Find(said.Name!);
        }

        return !whole || said.IsWhole ? said.ToService() : Read(id);
    }

    private StatusPageService? Read(string id)
    {
        if (_names.Known(id) is { } listed)
        {
            return listed;
        }

        if (!_read.TryGetValue(id, out StatusPageService? service) && command.TrySend(StatusPageServiceRequests.Get(id), id, out service))
        {
            _read[id] = service;
        }

        return service;
    }
}
