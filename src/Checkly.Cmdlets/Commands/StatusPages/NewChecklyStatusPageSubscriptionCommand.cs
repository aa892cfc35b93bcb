using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Checkly.Commands;

/// <summary>Subscribes e-mail addresses to status pages.</summary>
/// <remarks>
/// <para>Sends POST /v1/status-pages/{statusPageId}/subscriptions/bulk. Addresses are collected until the pipeline ends, each once for
/// a page, and sent 100 at a time. The output says for each request how many subscriptions the API created, and how many it skipped
/// because they existed already. When the pipeline fails before its end, nothing is sent.</para>
/// <para>By default the API sends each new address a mail that asks for a confirmation, and the subscription is PENDING until
/// it is given. With -AutoVerify no such mail goes out and the subscription counts as VERIFIED: use it for addresses whose owners
/// have agreed already. -WhatIf shows what would be sent, and mails nobody.</para>
/// </remarks>
/// <example>
/// <para>Subscribe someone; the API asks them by mail.</para>
/// <code>Get-ChecklyStatusPage -Url sandbox | New-ChecklyStatusPageSubscription -Address ada@example.com</code>
/// </example>
/// <example>
/// <para>Subscribe many who have agreed already, without a mail.</para>
/// <code>$page = Get-ChecklyStatusPage -Url sandbox
/// 'ada@example.com', 'alan@example.com' | New-ChecklyStatusPageSubscription $page -AutoVerify</code>
/// </example>
/// <example>
/// <para>Subscribe the confirmed addresses of one page to another.</para>
/// <code>$page = Get-ChecklyStatusPage -Url sandbox
/// $other = New-ChecklyStatusPage 'Acme status' acme -Service API
/// $null = New-ChecklyStatusPageSubscription $page ada@example.com, alan@example.com -AutoVerify
/// Get-ChecklyStatusPageSubscription $page | Where-Object Status -eq VERIFIED | New-ChecklyStatusPageSubscription $other -AutoVerify</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>Get-ChecklyStatusPage -Url sandbox | New-ChecklyStatusPageSubscription -Address ada@example.com -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "ChecklyStatusPageSubscription", SupportsShouldProcess = true)]
[OutputType(typeof(StatusPageSubscriptionResult))]
public sealed class NewChecklyStatusPageSubscriptionCommand : ChecklySessionCommand
{
    private readonly List<(string Page, string Address)> _wanted = [];

    /// <summary>The status page's id, a GUID, its name or its address; or the page itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.StatusPage, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(StatusPage), typeof(NewChecklyStatusPageSubscriptionCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<StatusPage>))]
    public string StatusPageId { get; set; } = string.Empty;

    /// <summary>The e-mail addresses, or subscriptions of another page.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Address, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Email")]
    [AddressArgument]
    public string[] Address { get; set; } = [];

    /// <summary>Count the addresses as confirmed. Without it, the API sends each new address a mail that asks for a confirmation.</summary>
    [Parameter]
    public SwitchParameter AutoVerify { get; set; }

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(NewChecklyStatusPageSubscriptionCommand), typeof(StatusPage), typeof(StatusPageSubscription), typeof(StatusPageSubscriptionResult))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (IdOf<StatusPage>(StatusPageId) is not { } page)
        {
            return;
        }

        foreach (string address in Address.Select(address => address.Trim()))
        {
            // One bad address would make the API refuse all that go with it.
            if (Regex.IsMatch(address, @"\A[^@\s,;<>""]+@[^@\s,;<>""]+\.[^@\s,;<>"".]+\z", RegexOptions.CultureInvariant))
            {
                _wanted.Add((page, address));
            }
            else
            {
                Refuse($"'{DisplayText.OneLine(address)}' is no e-mail address such as ada@example.com. It was left out.", address);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (IGrouping<string, string> page in _wanted.GroupBy(wanted => wanted.Page, wanted => wanted.Address, StringComparer.OrdinalIgnoreCase))
        {
            string[] addresses = [.. page.Distinct(StringComparer.OrdinalIgnoreCase)];
            for (int sent = 0; sent < addresses.Length; sent += StatusPageSubscriptionRequests.MostAtOnce)
            {
                Subscribe(page.Key, [.. addresses.Skip(sent).Take(StatusPageSubscriptionRequests.MostAtOnce)]);
            }
        }
    }

    private void Subscribe(string page, string[] addresses)
    {
        bool? autoVerify = Given(nameof(AutoVerify), AutoVerify);
        string does = $"Subscribe {addresses.Length} {(addresses.Length == 1 ? "address" : "addresses")} to";
        string note = AutoVerify ? "No mail asks for a confirmation." : "Each new one gets a mail that asks for a confirmation.";
        ApiRequest<StatusPageSubscriptionResult> request = StatusPageSubscriptionRequests.Create(page, addresses, autoVerify);
        if (MayChange(request, page, does, note) && TrySendAllowed(request, page, out StatusPageSubscriptionResult result))
        {
            WriteObject(result);
        }
    }
}
