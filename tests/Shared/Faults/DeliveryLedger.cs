namespace Checkly.Tests;

/// <summary>What a client has said about each post, to be held against what really happened.</summary>
public sealed class DeliveryLedger
{
    private readonly List<(string Incident, string Text, string? Id, bool MayStand)> _said = [];

    public int Posted { get; private set; }

    /// <summary>Given up, with the word that nothing was changed.</summary>
    public int Refused { get; private set; }

    /// <summary>Given up, with the word that it is not known.</summary>
    public int Unknown { get; private set; }

    /// <summary>Posts an update and writes down what is said about it.</summary>
    public async Task PostAsync(ChecklyClient client, string incident, string text, CancellationToken cancellationToken, IProgress<DeliveryNote>? notes = null)
    {
        string? id = null;
        bool mayStand = false;
        try
        {
            id = (await client.SendAsync(IncidentUpdateRequests.Create(incident, "MONITORING", text), notes, cancellationToken)).Single().Id;
        }
        catch (ChecklyApiException failure)
        {
            mayStand = failure.MayHaveBeenCarriedOut;
        }

        lock (_said)
        {
            _said.Add((incident, text, id, mayStand));
            Posted += id is null ? 0 : 1;
            Unknown += mayStand ? 1 : 0;
            Refused += id is null && !mayStand ? 1 : 0;
        }
    }

    /// <summary>Compares what was said with what happened.</summary>
    public (string[] Lost, string[] Doubled, string[] Misreported) Compare(UpdateStore store)
    {
        ILookup<(string, string), string> stored = store.ByText();
        List<string> lost = [], doubled = [], misreported = [];
        foreach (var said in _said.GroupBy(item => (item.Incident, item.Text)))
        {
            string[] stand = [.. stored[said.Key]];
            string[] claimed = [.. said.Where(item => item.Id is not null).Select(item => item.Id!)];
            string about = $"'{said.Key.Text}': said {claimed.Length} posted and {said.Count(item => item.MayStand)} not known of {said.Count()}, {stand.Length} there";
            if (claimed.Except(stand).Any() || claimed.Distinct().Count() < claimed.Length)
            {
                lost.Add(about);
            }

            if (stand.Length > said.Count())
            {
                doubled.Add(about);
            }
            else if (stand.Length > claimed.Length + said.Count(item => item.MayStand))
            {
                misreported.Add(about);
            }
        }

        return ([.. lost], [.. doubled], [.. misreported]);
    }
}
