using System.Collections;
using System.Text.RegularExpressions;

namespace Checkly.Client.Tests;

/// <summary>What a client said while it was at work.</summary>
public sealed class NoteList : IProgress<DeliveryNote>, IEnumerable<DeliveryNote>
{
    private readonly object _lock = new();
    private readonly List<DeliveryNote> _notes = [];

    public IEnumerable<DeliveryNote> Warnings => this.Where(note => note.Kind == DeliveryNoteKind.Warning);

    public void Report(DeliveryNote value)
    {
        lock (_lock)
        {
            _notes.Add(value);
        }
    }

    public void AssertFitToBeShown(string key)
    {
        foreach (DeliveryNote note in this)
        {
            Sentence.Assert(note.Message);
            Assert.DoesNotContain(key, note.ToString(), StringComparison.Ordinal);
        }
    }

    public IEnumerator<DeliveryNote> GetEnumerator()
    {
        lock (_lock)
        {
            return ((IEnumerable<DeliveryNote>)_notes.ToArray()).GetEnumerator();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>What is said to people.</summary>
public static partial class Sentence
{
    /// <summary>It begins like a sentence, ends like one, and has nothing in it that drives a terminal.</summary>
    public static void Assert(string text)
    {
        Xunit.Assert.True(Whole().IsMatch(text), text);
        Xunit.Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        Xunit.Assert.DoesNotContain("..", text.Replace("...", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Xunit.Assert.DoesNotMatch(Unfit(), text);
    }

    // What a body says is quoted at the end, as it is.
    [GeneratedRegex("^[A-Z].*([.]|The body begins: .*)$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"[\p{Cc}\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Unfit();
}
