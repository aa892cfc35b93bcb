using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Checkly;

/// <summary>
/// Passes the notes that a client reports on any thread to the pipeline's thread, the only one on which a cmdlet may write.
/// They appear as verbose lines and warnings, and as progress during a wait of more than two seconds.
/// </summary>
internal sealed class DeliveryNotes : IProgress<DeliveryNote>
{
    private const int ProgressId = 0x436B;
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private readonly ChecklyCommand _command;
    private readonly Queue<DeliveryNote> _notes = new();
    private readonly Action _wake;
    private DateTimeOffset? _waitsUntil;
    private string _waitsFor = string.Empty;

    public DeliveryNotes(ChecklyCommand command)
    {
        _command = command;
        _wake = Wake;
    }

    /// <inheritdoc/>
    public void Report(DeliveryNote value)
    {
        lock (_notes)
        {
            _notes.Enqueue(value);
            Monitor.Pulse(_notes);
        }
    }

    /// <summary>Shows the notes until a task has ended, also those that came before.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline is being stopped; the task goes on.</exception>
    public void ShowUntil(Task task)
    {
        ConfiguredTaskAwaitable.ConfiguredTaskAwaiter end = task.ConfigureAwait(false).GetAwaiter();
        if (!end.IsCompleted)
        {
            end.UnsafeOnCompleted(_wake);
        }

        while (Next(task) is var (note, isEnd) && !isEnd)
        {
            if (note is not null)
            {
                Show(note);
            }
            else
            {
                ShowWait();
            }
        }

        EndWait();
    }

    /// <summary>
    /// Waits for the next note; there is no note when the task has ended, and each second while the end of a wait is shown.
    /// </summary>
    private (DeliveryNote? Note, bool IsEnd) Next(Task task)
    {
        lock (_notes)
        {
            while (_notes.Count == 0)
            {
                if (task.IsCompleted)
                {
                    return (null, true);
                }

                if (!Monitor.Wait(_notes, _waitsUntil is null ? Timeout.InfiniteTimeSpan : Tick))
                {
                    return (null, false);
                }
            }

            return (_notes.Dequeue(), false);
        }
    }

    private void Wake()
    {
        lock (_notes)
        {
            Monitor.Pulse(_notes);
        }
    }

    private void Show(DeliveryNote note)
    {
        EndWait();
        if (note.Kind == DeliveryNoteKind.Warning)
        {
            _command.WriteWarning(note.Message);
            return;
        }

        _command.WriteVerbose(note.Message);
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
        _command.WriteProgress(new ProgressRecord(ProgressId, "Waiting for Checkly", DisplayText.OneLine(_waitsFor))
        {
            SecondsRemaining = Math.Max(0, (int)Math.Ceiling(left.TotalSeconds)),
        });
    }

    private void EndWait()
    {
        if (_waitsUntil is not null)
        {
            _waitsUntil = null;
            _command.WriteProgress(new ProgressRecord(ProgressId, "Waiting for Checkly", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
