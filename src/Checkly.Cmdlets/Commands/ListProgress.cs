using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>Shows how far a list of many pages is read. A list of few pages shows nothing, and costs nothing.</summary>
/// <param name="command">The cmdlet that reads it.</param>
internal sealed class ListProgress(ChecklyCommand command) : IDisposable
{
    private const int ProgressId = 0x436C;
    private const int FewPages = 3;
    private int _pages;
    private long _read;

    /// <summary>Notes that a page was read.</summary>
    /// <param name="request">The request for the page.</param>
    /// <param name="count">The number of entries on the page.</param>
    /// <param name="total">The number of entries in the whole list; <see langword="null"/> when the server does not say.</param>
    public void Add(ApiRequest request, int count, long? total)
    {
        _read += count;
        if (++_pages < FewPages)
        {
            return;
        }

        string read = _read.ToString(CultureInfo.InvariantCulture);
        string status = total is null ? $"{read} entries" : $"{read} of {total.Value.ToString(CultureInfo.InvariantCulture)} entries";
        command.WriteProgress(new ProgressRecord(ProgressId, $"Reading {DisplayText.OneLine(request.Path.Split('?')[0])}", status)
        {
            PercentComplete = total is > 0 ? (int)Math.Min(100, _read * 100 / total.Value) : -1,
        });
    }

    /// <summary>Removes what is shown.</summary>
    public void Dispose()
    {
        if (_pages >= FewPages)
        {
            command.WriteProgress(new ProgressRecord(ProgressId, "Reading", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
