using System.Management.Automation;
using System.Net;
using System.Security;
using Checkly.Sandbox;

namespace Checkly.Commands;

/// <summary>Opens a session with Checkly, for this runspace.</summary>
/// <remarks>
/// <para>The credentials come from the parameters, else from the environment variables CHECKLY_API_KEY and
/// CHECKLY_ACCOUNT_ID, else from the login that "checkly login" of the official CLI left on disk; -Verbose says which.
/// They are checked with GET /v1/accounts/me, so that a wrong key fails here and not in the middle of an outage.</para>
/// <para>Without an account id the API is asked for the key's accounts: a single one is taken; if there are
/// several, the error lists them. The session becomes the default of this runspace and of no other; -PassThru returns it, to be given to
/// other cmdlets with -Session. After Connect-Checkly has failed, cmdlets fail too until it succeeds or Disconnect-Checkly is run, so
/// that no later command goes to the wrong account.</para>
/// <para>Other runspaces do not have this session: give it to them with -Session. Without it, cmdlets in workers of ForEach-Object
/// -Parallel fail, and cmdlets in jobs use the environment's credentials where these are set, even while you rehearse on the
/// sandbox.</para>
/// <para>At a prompt, Connect-Checkly -ApiKey (Read-Host 'API key' -AsSecureString) asks for the key without showing it.
/// From a vault, Connect-Checkly -Credential takes the account id as the user name and the key as the password.</para>
/// <para>A request that does not go through is sent again, up to -MaximumRetryCount times within -MaximumTotalSec. A POST whose
/// answer was lost is not: the module reads the list in which its result would appear. See about_Checkly_Delivery.</para>
/// <para>-Sandbox opens a session with a Checkly in memory, with one account, one dashboard (1001), one status page with
/// two services (Website, API) and three checks, for rehearsals and tests: no account, no network, and gone with the
/// session. -Fault makes it fail, to see what your script does then.</para>
/// </remarks>
/// <example>
/// <para>Try everything without an account.</para>
/// <code>Connect-Checkly -Sandbox</code>
/// </example>
/// <example>
/// <para>Two sessions side by side.</para>
/// <code>$eu = Connect-Checkly -Sandbox -PassThru
/// $us = Connect-Checkly -Sandbox -PassThru
/// Get-ChecklyDashboard -Session $eu</code>
/// </example>
/// <example>
/// <para>See where the credentials come from, and give up on an answer sooner.</para>
/// <code>Connect-Checkly -Sandbox -TimeoutSec 10 -Verbose</code>
/// </example>
/// <example>
/// <para>Rehearse a connection that breaks after an update was posted: it is found again, and posted once.</para>
/// <code>Connect-Checkly -Sandbox -Fault None, ResetAfter
/// $incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// New-ChecklyIncidentUpdate $incident RESOLVED 'All is well.' -Verbose</code>
/// </example>
[Cmdlet(VerbsCommunications.Connect, "Checkly", DefaultParameterSetName = KeySet)]
[OutputType(typeof(ChecklySession))]
public sealed class ConnectChecklyCommand : ChecklyCommand
{
    private const string KeySet = "ApiKey";
    private const string CredentialSet = "Credential";
    private const string SandboxSet = "Sandbox";

    /// <summary>
    /// The API key, as a SecureString or a text. A text that is typed stays in the prompt's history: prefer a
    /// SecureString, -Credential or the environment.
    /// </summary>
    [Parameter(ParameterSetName = KeySet)]
    [ApiKeyArgument]
    public object? ApiKey { get; set; }

    /// <summary>The account's id, a GUID: https://app.checklyhq.com/settings/account/general.</summary>
    [Parameter(ParameterSetName = KeySet)]
    public string? AccountId { get; set; }

    /// <summary>Account id and API key as user name and password, as a vault returns them.</summary>
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true, HelpMessage = PromptText.Credential)]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>
    /// The address of the API; without it CHECKLY_API_URL, and without that https://api.checklyhq.com. It must be https,
    /// except for loopback addresses.
    /// </summary>
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public Uri? BaseUri { get; set; }

    /// <summary>The proxy to use; without it the system's.</summary>
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public Uri? Proxy { get; set; }

    /// <summary>The credential for the proxy: the one given with -Proxy, or else the system's.</summary>
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>How long one attempt at a request may take, in seconds: 1 to 3600.</summary>
    [Parameter]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>
    /// How often a request is sent again after an attempt that failed: 0 to 100. Waits that the server asks for, and looks for a
    /// lost POST, do not count.
    /// </summary>
    [Parameter]
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>
    /// How long one request may take in all, in seconds: 0 to 86400; by default four times -TimeoutSec. It covers all attempts,
    /// all waits, and all looks for a lost POST. With 0 there is one attempt, and neither waits nor looks.
    /// </summary>
    [Parameter]
    [Alias("MaximumRetryWaitSec")]
    public int? MaximumTotalSec { get; set; }

    /// <summary>
    /// Send a POST again although an earlier attempt may still be carried out. Use it where a duplicate is better than an unknown outcome:
    /// the same update may then appear twice on your status page, and -NotifySubscribers may mail your customers twice. Without
    /// it, such a POST ends as the error Checkly.OutcomeUnknown when it cannot be found.
    /// </summary>
    [Parameter]
    public SwitchParameter AllowDuplicate { get; set; }

    /// <summary>Open a session with a Checkly in memory.</summary>
    [Parameter(ParameterSetName = SandboxSet, Mandatory = true, HelpMessage = PromptText.Sandbox)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>
    /// The faults that the next requests to the sandbox meet, one for each request, in this order; after the last one, requests
    /// succeed. about_Checkly_Delivery lists the names, such as Refuse, HangAfter, ResetBefore and TooManyRequests; None lets a request
    /// through. With a fault that hangs, give a short -TimeoutSec.
    /// </summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [ArgumentCompleter(typeof(FaultCompleter))]
    public string[]? Fault { get; set; }

    /// <summary>Do not check the credentials. Nothing is sent then when the account id is known.</summary>
    [Parameter]
    public SwitchParameter SkipCheck { get; set; }

    /// <summary>Return the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        SessionSlot slot = SessionSlot.Current;
        slot.BeginConnect();
        try
        {
            // The login comes first: it hides a key that was typed from every error after it. For the same reason no
            // parameter here has a validation attribute that could fail while the parameters are bound.
            ChecklyLogin login = FindLogin();
            CheckArguments();
            SandboxHandler? sandbox = Sandbox ? new SandboxHandler() : null;
            slot.Connected = SessionOpener.Open(this, login, CreateOptions(sandbox), !SkipCheck);
            sandbox?.Play((Fault ?? []).Select(SandboxFaults.Parse));
        }
        catch (SetupException problem)
        {
            ThrowTerminatingError(ErrorRecords.From(this, problem, null));
        }
        catch (ChecklyApiException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(this, failure, null));
        }

        if (PassThru)
        {
            slot.Connected!.IsHandedOut = true;
            WriteObject(slot.Connected);
        }
    }

    private void CheckArguments()
    {
        string? refusal =
            BaseUri is not null && BaseAddress.Refusal(BaseUri) is { } address ? $"Parameter 'BaseUri': {address}"
            : MaximumRetryCount is < 0 or > 100 ? $"Parameter 'MaximumRetryCount': {MaximumRetryCount} is not between 0 and 100."
            : MaximumTotalSec is < 0 or > 86400 ? $"Parameter 'MaximumTotalSec': {MaximumTotalSec} is not between 0 and 86400."
            : SandboxFaults.FindUnknown(Fault) is { } unknown ? $"Parameter 'Fault': '{DisplayText.OneLine(unknown)}' is not a fault. Faults are {string.Join(", ", SandboxFaults.Names)}."
            : TimeoutSec is < 1 or > 3600 ? $"Parameter 'TimeoutSec': {TimeoutSec} is not between 1 and 3600."
            : Proxy is not null && ProxyRefusal(Proxy) is { } proxy ? $"Parameter 'Proxy': {proxy}"
            : null;
        if (refusal is not null)
        {
            throw new SetupException(SetupProblem.Parameter, refusal);
        }
    }

    private string? ProxyRefusal(Uri proxy) =>
        !proxy.IsAbsoluteUri || (proxy.Scheme != Uri.UriSchemeHttp && proxy.Scheme != Uri.UriSchemeHttps) ? "It must be an absolute address such as http://proxy.example:3128."
        : proxy.UserInfo.Length > 0 ? "It must not hold a user name or a password: give them with -ProxyCredential."
        : BaseAddress.ProxyRefusal(BaseUri, proxy);

    /// <summary>Refuses an empty value, as of a look-up that found nothing: other credentials than were meant would be used instead.</summary>
    private void RefuseNull(string parameter, object? value)
    {
        if (IsGiven(parameter) && string.IsNullOrEmpty(value?.ToString()))
        {
            throw new SetupException(SetupProblem.Parameter, $"Parameter '{parameter}' was given, but is empty.");
        }
    }

    private ChecklyClientOptions CreateOptions(SandboxHandler? sandbox) => new()
    {
        BaseUri = Sandbox ? new Uri("https://sandbox.invalid") : BaseUri ?? SetupException.Unless(SetupProblem.Environment, () => ChecklyEnvironment.BaseUri) ?? BaseAddress.Default,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        MaximumRetryCount = MaximumRetryCount,
        MaximumTotalTime = MaximumTotalSec is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan,
        AllowDuplicates = AllowDuplicate,
        Proxy = Proxy,
        ProxyCredential = ProxyCredential?.GetNetworkCredential(),
        Handler = sandbox,
    };

    private ChecklyLogin FindLogin()
    {
        const string Account = "-AccountId";
        if (Sandbox)
        {
            return ChecklyLogin.Create(SandboxAccount.ApiKey, "-Sandbox", SandboxAccount.Id, "-Sandbox");
        }

        if (Credential is not null)
        {
            string password = Typed(Credential.Password);
            return SetupException.Unless(SetupProblem.Parameter, () => ChecklyLogin.Create(password, "the password of -Credential", Credential.UserName, "the user name of -Credential"));
        }

        RefuseNull(nameof(ApiKey), ApiKey);
        RefuseNull(nameof(AccountId), AccountId);
        RefuseNull(nameof(BaseUri), BaseUri);
        if (ApiKey is not null)
        {
            string key = ApiKey is SecureString secret ? Typed(secret)
                : throw new SetupException(SetupProblem.Parameter, "-ApiKey takes a SecureString or a text.");
            return WithAccount(SetupException.Unless(SetupProblem.Parameter, () => ChecklyLogin.Create(key, "-ApiKey", AccountId, Account)));
        }

        ChecklyLogin login = SetupException.Unless(SetupProblem.Environment, () => ChecklyEnvironment.FindLogin() ?? FindCliLogin())
            ?? throw new SetupException(
                SetupProblem.NoCredentials,
                $"No credentials were found: not in the parameters, not in the environment variable {ChecklyEnvironment.ApiKeyVariable}, and no login of the Checkly CLI in {CliLogin.Folder}. An API key is made at https://app.checklyhq.com/settings/user/api-keys.");
        return AccountId is not null ? SetupException.Unless(SetupProblem.Parameter, () => login.For(AccountId, Account)) : WithAccount(login);
    }

    /// <summary>Credentials with the environment's account id, where they have none and it has one.</summary>
    private static ChecklyLogin WithAccount(ChecklyLogin login) => login.AccountId is null && ChecklyEnvironment.AccountId is { } account
        ? SetupException.Unless(SetupProblem.Environment, () => login.For(account, ChecklyEnvironment.AccountIdSource))
        : login;

    private ChecklyLogin? FindCliLogin()
    {
        ChecklyLogin? login = CliLogin.FindLogin();
        if (login is not null && CliLogin.FindExposure() is { } warning)
        {
            WriteWarning(warning);
        }

        return login;
    }

    private string Typed(SecureString secret)
    {
        string text = new NetworkCredential(string.Empty, secret).Password;
        // The account id too: people mix the two up, and then it is the key.
        // Errors show a text with several lines, such as a here-string, line by line and trimmed.
        string?[] secrets = [text, text.Trim(), AccountId, Credential?.UserName];
        TypedSecret.Hide(
            MyInvocation,
            line => secrets.Where(secret => !string.IsNullOrEmpty(secret)).Aggregate(line, (rest, secret) => rest.Replace(secret!, "***")));
        return text;
    }
}
