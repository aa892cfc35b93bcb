using System.Collections;
using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Calls any operation of the API, with the session's credentials, errors and retries.</summary>
/// <remarks>
/// <para>Use it for operations that have no cmdlet: docs/operations.md lists all operations, and Tab completes their paths. It returns
/// objects with the API's names. An answer that is a list comes out entry by entry; where the list is inside an object, as in
/// /v1/status-pages, -All returns its entries. Text that is not JSON, such as SVG, comes out as a string, and anything else, such as
/// an image, as a byte[]. -AsJson returns the text of the answer instead, and -OutFile saves it.</para>
/// <para>A request that does not go through is sent again, as by every cmdlet. A POST whose answer was lost is not: the module looks for
/// its result in the list where the API would show it. When it is not recognised there, or there is no such list, the error is
/// Checkly.OutcomeUnknown: look before you run the command again. See about_Checkly_Delivery.</para>
/// <para>DELETE asks first, as the Remove- cmdlets do. Where the host cannot prompt, it fails with Checkly.CannotAsk and removes
/// nothing, unless -Confirm:$false is given or $ConfirmPreference is None. The other methods ask with -Confirm, and where
/// $ConfirmPreference is Medium or Low.</para>
/// <para>The path is one of this API: one that leads to another host is refused, since the API key would go along.</para>
/// </remarks>
/// <example>
/// <para>Read something.</para>
/// <code>Invoke-ChecklyApi /v1/accounts/me</code>
/// </example>
/// <example>
/// <para>Read a whole list, page by page, with a filter of the API.</para>
/// <code>Invoke-ChecklyApi /v1/checks -Query @{ checkType = 'API' } -All</code>
/// </example>
/// <example>
/// <para>Send something; a hashtable, an object or JSON is the body.</para>
/// <code>Invoke-ChecklyApi POST /v1/status-pages/services @{ name = 'Checkout' }</code>
/// </example>
/// <example>
/// <para>Save the answer to a file, and look at its headers.</para>
/// <code>Invoke-ChecklyApi /v1/checks -OutFile checks.json -ResponseHeadersVariable headers
/// $headers['Content-Type']</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>Invoke-ChecklyApi DELETE /v1/dashboards/5a9db0c5 -WhatIf</code>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "ChecklyApi", SupportsShouldProcess = true, DefaultParameterSetName = PathFirst)]
[OutputType(typeof(PSObject), typeof(string), typeof(byte[]))]
public sealed class InvokeChecklyApiCommand : ChecklySessionCommand
{
    private const string PathFirst = "PathFirst";
    private const string MethodFirst = "MethodFirst";

    /// <summary>The HTTP method, in upper or lower case. It may stand before the path.</summary>
    [Parameter(ParameterSetName = PathFirst)]
    [Parameter(ParameterSetName = MethodFirst, Mandatory = true, HelpMessage = "GET, POST, PUT, PATCH or DELETE.", Position = 0)]
    [PSDefaultValue(Help = "GET")]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE")]
    public string Method { get; set; } = "GET";

    /// <summary>The path, such as /v1/checks, with or without a query. Values in it are escaped as in an address.</summary>
    [Parameter(ParameterSetName = PathFirst, Mandatory = true, HelpMessage = PromptText.Path, Position = 0)]
    [Parameter(ParameterSetName = MethodFirst, Mandatory = true, HelpMessage = PromptText.Path, Position = 1)]
    [ApiPathArgument]
    [ValidateNotBlank]
    [ArgumentCompleter(typeof(ApiPathCompleter))]
    public string Path { get; set; } = string.Empty;

    /// <summary>
    /// Query parameters in addition to those in -Path: names and values. A list of values sends the name several times, @{ startsAt = @{ gt = $time } }
    /// sends startsAt[gt], times are sent in UTC, and values that are $null are left out.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary Query { get; set; } = new Hashtable();

    /// <summary>The body: a hashtable or an object, or a text that is JSON.</summary>
    [Parameter(ParameterSetName = PathFirst, Position = 1, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = MethodFirst, Position = 2, ValueFromPipeline = true)]
    [ApiBodyArgument]
    [ArgumentCompleter(typeof(ApiPathCompleter))]
    public object? Body { get; set; }

    /// <summary>
    /// Read all pages of a list. Entries come out as they arrive, so that Select-Object -First stops asking. Pages are
    /// as large as the API allows, unless -Query has a limit.
    /// </summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Return the text of the answer; with -All, of each page.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <summary>
    /// Saves the answer to this file, byte by byte, once it has arrived completely, and returns nothing. An existing file is
    /// overwritten. If the server sends the API key back in a text, the text is saved without the key.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>The name of a variable, without $, that gets the HTTP status code of the last answer.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StatusCodeVariable { get; set; }

    /// <summary>The name of a variable, without $, that gets the headers of the last answer: names and lists of values.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ResponseHeadersVariable { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string method = Method.ToUpperInvariant();
        string? refusal = AnyRequests.Refusal(Path)
            ?? (All && method != "GET" ? "-All reads lists: it goes with GET only." : null)
            ?? (Body is not null && method == "GET" ? "A GET has no body: use -Query." : null)
            ?? (OutFile is not null && All ? "-OutFile saves one answer: leave out -All, or use ConvertTo-Json." : null)
            ?? (OutFile is null ? null : FileOf(OutFile) is not { } file ? $"'{OutFile}' is no path of the file system."
                : Directory.Exists(System.IO.Path.GetDirectoryName(file)) ? null : $"There is no folder for '{OutFile}'.");
        if (refusal is not null)
        {
            Refuse(refusal, Path);
            return;
        }

        AnyPages? pages = UnlessUnfit(() => new AnyPages(Path, [.. ApiQuery.Of((IDictionary)PlainValue.From(Query)!)], All));
        using var progress = new ListProgress(this);
        while (pages is not null && Request(method, pages.Query) is { } request && TrySend(request, Path, out AnyAnswer? answer))
        {
            // A DELETE whose answer was lost finds nothing the second time: it was carried out, and there is no answer to write.
            if (answer is null)
            {
                return;
            }

            progress.Add(request, answer.Entries?.Count ?? 0, answer.Total);
            bool goesOn = pages.MoveOn(answer, out IReadOnlyList<object?>? entries);
            SetVariable(StatusCodeVariable, answer.StatusCode);
            SetVariable(ResponseHeadersVariable, answer.Headers);
            Write(answer, entries);
            if (!goesOn)
            {
                WriteFault(pages.Fault, request);
                return;
            }
        }
    }

    private ApiRequest<AnyAnswer>? Request(string method, IEnumerable<KeyValuePair<string, string>> query) => UnlessUnfit(() =>
        PlainValue.From(Body) is var body && body is string json
            ? AnyRequests.CreateFromJson(method, Path, query, json)
            : AnyRequests.Create(method, Path, query, body));

    /// <summary>Converts an argument; returns <see langword="null"/> after writing an error when it cannot be sent.</summary>
    private T? UnlessUnfit<T>(Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (Exception unfit) when (unfit is FormatException or ArgumentException or GetValueException)
        {
            Refuse(unfit.Message, Path);
            return null;
        }
    }

    private string? FileOf(string path)
    {
        string file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        return provider.Name == "FileSystem" ? file : null;
    }

    private void SetVariable(string? name, object? value)
    {
        if (name is not null)
        {
            SessionState.PSVariable.Set(name, value);
        }
    }

    private void Save(AnyAnswer answer, string file)
    {
        try
        {
            // Into the file that is there, as shells do: its mode stays, a link is followed, and a device stays a device.
            File.WriteAllBytes(file, answer.Bytes.ToArray());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            WriteError(new ErrorRecord(failure, "Checkly.NotSaved", ErrorCategory.WriteError, OutFile));
        }
    }

    private void Write(AnyAnswer answer, IReadOnlyList<object?>? entries)
    {
        if (OutFile is not null)
        {
            Save(answer, FileOf(OutFile)!);
        }
        else if (answer.Value is byte[] bytes)
        {
            WriteObject(bytes, enumerateCollection: false);
        }
        else if (AsJson)
        {
            if (answer.Text.Length > 0)
            {
                WriteObject(answer.Text);
            }
        }
        else if (entries is not null || (All && (entries = answer.Entries) is not null))
        {
            WriteObject(entries.Select(PlainValue.ToPowerShell), enumerateCollection: true);
        }
        else if (answer.Value is not null)
        {
            WriteObject(PlainValue.ToPowerShell(answer.Value), enumerateCollection: true);
        }
    }
}
