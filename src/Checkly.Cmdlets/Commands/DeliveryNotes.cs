using System.Collections.Concurrent;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Passes the notes that a client reports on any thread to the pipeline's thread, the only one on which a cmdlet may write.
/// They appear as verbose lines and warnings, and as progress during a wait of more than two seconds.
/// </summary>
internal sealed class DeliveryNotes(ChecklyCommand command) : IProgress<DeliveryNote>, IDisposable
{
    private const int ProgressId = 0x436B;
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private readonly BlockingCollection<DeliveryNote> _notes = [];
    private DateTimeOffset? _waitsUntil;
    private string _waitsFor = string.Empty;

    /// <inheritdoc/>
    public void Report(DeliveryNote value) => _notes.Add(value);

    /// <summary>Shows the notes until a task has ended.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline is being stopped; the task goes on.</exception>
    public void ShowUntil(Task task)
    {
        if (task.IsCompleted && _notes.Count == 0)
        {
            return;
        }

        task.ContinueWith(_ => _notes.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!_notes.IsCompleted)
        {
            if (_notes.TryTake(out DeliveryNote? note, _waitsUntil is null ? Timeout.InfiniteTimeSpan : Tick))
            {
                Show(note);
            }
            else if (_waitsUntil is not null && !_notes.IsCompleted)
            {
                ShowWait();
            }
        }

        EndWait();
    }

    /// <inheritdoc/>
    public void Dispose() => _notes.Dispose();

    private void Show(DeliveryNote note)
    {
        EndWait();
        if (note.Kind == DeliveryNoteKind.Warning)
        {
            command.WriteWarning(note.Message);
            return;
        }

        command.WriteVerbose(note.Message);
        if (note.Wait > LongWait)
        {
            _waitsUntil = DateTimeOffset.UtcNow + note.Wait;
            _waitsFor = note.Message;
            ShowWait();
        }
    }

    private void ShowWait()
    {
        TimeSpan left = _waitsUntil!.Value - DateTimeOffset.UtcNow;
        command.WriteProgress(new ProgressRecord(ProgressId, "Waiting for Checkly", DisplayText.OneLine(_waitsFor))
        {
            SecondsRemaining = Math.Max(0, (int)Math.Ceiling(left.TotalSeconds)),
        });
    }

    private void EndWait()
    {
        if (_waitsUntil is not null)
        {
            _waitsUntil = null;
            command.WriteProgress(new ProgressRecord(ProgressId, "Waiting for Checkly", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
