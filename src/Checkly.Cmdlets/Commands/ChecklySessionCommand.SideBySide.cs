using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Checkly;

/// <content>Requests of which several may be under way: -ThrottleLimit.</content>
public abstract partial class ChecklySessionCommand
{
    // Bounds the memory of a long pipeline whose first request takes long.
    private const int MostPending = 1_000;
    private const int ProgressId = 0x436D;

    // A command shows its progress from this item on.
    private const int Few = 20;

    // How long changes under way may take when the pipeline ends early. Interrupted, their outcome would be unknown.
    // Ctrl+C cannot end this wait, so it is short.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private readonly Queue<PendingRequest> _pending = new();
    private readonly Dictionary<string, Task> _latestOf = new(StringComparer.OrdinalIgnoreCase);
    private SemaphoreSlim? _slots;
    private int _ended;
    private volatile bool _isEnding;

    /// <summary>Whether the cmdlet creates objects that do not depend on each other, so that their order does not matter.</summary>
    internal virtual bool MakesThings => false;

    /// <summary>How many requests may be under way at the same time.</summary>
    internal virtual int MostAtOnce => 1;

    /// <summary>
    /// Sends the request of one item, asking first when it changes something. With a <see cref="MostAtOnce"/> of 1 it waits for the
    /// answer. Otherwise it returns at once: requests for different things run side by side, those that change the same thing in
    /// their order, and outputs and errors are written in the order of the input.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="target">The target of the error record: the value that the user passed.</param>
    /// <param name="then">Writes the answer, on the pipeline's thread.</param>
    internal void SendEach<T>(ApiRequest<T> request, object? target, Action<T> then)
    {
        if (request.IsRead || MayChange(request, target))
        {
            SendEachAllowed(request, target, then);
        }
    }

    /// <summary>Does the same as <see cref="SendEach"/> without asking.</summary>
    /// <param name="request">The request.</param>
    /// <param name="target">The target of the error record: the value that the user passed.</param>
    /// <param name="then">Writes the answer, on the pipeline's thread.</param>
    internal void SendEachAllowed<T>(ApiRequest<T> request, object? target, Action<T> then)
    {
        if (MostAtOnce == 1)
        {
            if (TrySendAllowed(request, target, out T answer))
            {
                then(answer);
            }

            return;
        }

        ChecklyClient client = ConnectedClient(target);
        _slots ??= new SemaphoreSlim(MostAtOnce);
        // Updates of one incident have one path, and so have all changes of one thing. New things of a list have nothing in common.
        bool isInTurn = !request.IsRead && !MakesThings;
        Task? before = null;
        _ = isInTurn && _latestOf.TryGetValue(request.Path, out before);
        var took = new StrongBox<long>();
        Task<T> sending = SendInTurnAsync(client, request, before, took);
        if (isInTurn)
        {
            _latestOf[request.Path] = sending;
        }

        _pending.Enqueue(new PendingRequest(
            request,
            sending,
            () =>
            {
                if (TryTake(() => Take(client, request, sending, took.Value), target, out T answer))
                {
                    then(answer);
                }
            },
            () => (OutcomeOf(request, sending, out bool isUnsent), isUnsent)));
        while (_pending.Count > 0 && (_pending.Count >= MostPending || _pending.Peek().Sending.IsCompleted))
        {
            WriteNext();
        }
    }

    /// <summary>Waits for all requests under way, and writes their answers.</summary>
    internal void WriteRest()
    {
        while (_pending.Count > 0)
        {
            WriteNext();
        }
    }

    /// <summary>Reads objects by their ids and writes them.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="request">Creates the request that reads one.</param>
    internal void WriteEach<TId, T>(IEnumerable<TId> ids, Func<TId, ApiRequest<T>> request)
    {
        foreach (TId id in ids)
        {
            SendEach(request(id), id, thing => WriteObject(thing));
        }
    }

    /// <summary>Removes objects by their ids, and asks before each.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="request">Creates the request that removes one.</param>
    internal void RemoveEach<TId>(IEnumerable<TId> ids, Func<TId, ApiRequest<NoContent>> request)
    {
        foreach (TId id in ids)
        {
            // Completion must not offer it any more.
            SendEach(request(id), id, _ => _session!.Memory.Forget(Convert.ToString(id, CultureInfo.InvariantCulture)));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteRest();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_pending.Count > 0)
        {
            // The pipeline ended early, as after Select-Object -First or Ctrl+C.
            _isEnding = true;
            Task.WhenAll(_pending.Where(item => !item.Request.IsRead).Select(item => Task.WhenAny(item.Sending))).Wait(IsStopped ? TimeSpan.Zero : Grace);
            StopProcessing();
            TellOutcomes();
        }

        base.Dispose(disposing);
        _slots?.Dispose();
    }

    private async Task<T> SendInTurnAsync<T>(ChecklyClient client, ApiRequest<T> request, Task? before, StrongBox<long> took)
    {
        if (before is not null)
        {
            // Whether it failed makes no difference, as in a pipeline without -ThrottleLimit.
            await Task.WhenAny(before).ConfigureAwait(false);
        }

        await _slots!.WaitAsync().ConfigureAwait(false);
        long start = Stopwatch.GetTimestamp();
        try
        {
            return _isEnding || IsStopped ? throw new OperationCanceledException() : await SendAsync(client, request).ConfigureAwait(false);
        }
        finally
        {
            took.Value = Stopwatch.GetTimestamp() - start;
            _slots.Release();
        }
    }

    private void WriteNext()
    {
        PendingRequest next = _pending.Peek();
        try
        {
            Notes.ShowUntil(next.Sending);
        }
        catch
        {
            StopProcessing();
            TellOutcomes();
            throw;
        }

        if (IsStopped)
        {
            TellOutcomes();
            throw new PipelineStoppedException();
        }

        _pending.Dequeue();
        _ended++;
        if (_latestOf.TryGetValue(next.Request.Path, out Task? latest) && latest == next.Sending)
        {
            _latestOf.Remove(next.Request.Path);
        }

        next.Write();
        ShowProgress();
    }

    private void ShowProgress()
    {
        if (_ended >= Few)
        {
            WriteProgress(new ProgressRecord(ProgressId, MyInvocation.MyCommand.Name, FormattableString.Invariant($"{_ended} done, {_pending.Count} under way"))
            {
                RecordType = _pending.Count == 0 ? ProgressRecordType.Completed : ProgressRecordType.Processing,
            });
        }
    }

    /// <summary>Tells the host the outcomes of the requests whose answers the pipeline no longer takes.</summary>
    private void TellOutcomes()
    {
        int unsent = 0;
        while (_pending.Count > 0)
        {
            PendingRequest item = _pending.Dequeue();
            (string? outcome, bool isUnsent) = item.Outcome();
            unsent += isUnsent && !item.Request.IsRead ? 1 : 0;
            if (outcome is not null && !isUnsent)
            {
                TellHost(outcome);
            }
        }

        if (unsent > 0)
        {
            TellHost(FormattableString.Invariant($"{unsent} requests of {MyInvocation.MyCommand.Name} were not sent."));
        }
    }

    /// <summary>A request under way, whose answer is not written yet.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Sending">Its sending.</param>
    /// <param name="Write">Writes its answer or its error, once it has ended.</param>
    /// <param name="Outcome">Waits for its end, and returns its outcome as a sentence and whether it is known that it was not sent.</param>
    private sealed record PendingRequest(ApiRequest Request, Task Sending, Action Write, Func<(string? Text, bool IsUnsent)> Outcome);
}
