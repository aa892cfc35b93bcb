using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Checkly;

/// <summary>
/// The sessions that a runspace uses when a cmdlet is given none. They belong to the runspace and go with it: two
/// runspaces of one process can be connected to two accounts.
/// </summary>
internal sealed class SessionSlot
{
    private static readonly ConditionalWeakTable<Runspace, SessionSlot> Slots = new();
    private (ChecklyLogin Login, Uri BaseUri, ChecklySession Session)? _fromEnvironment;

    /// <summary>The slot of the runspace that this thread works for.</summary>
    public static SessionSlot Current => Slots.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>What Connect-Checkly left here, as long as it is connected.</summary>
    public ChecklySession? Connected
    {
        get => field is { IsConnected: true } ? field : null;
        set;
    }

    /// <summary>The session made from the environment's variables, as long as they are the same.</summary>
    public ChecklySession? FromEnvironment(ChecklyLogin login, Uri baseUri) =>
        _fromEnvironment is { } made && made.Login == login && made.BaseUri == baseUri && made.Session.IsConnected ? made.Session : null;

    /// <summary>Keeps a session that was made from the environment's variables.</summary>
    public void KeepFromEnvironment(ChecklyLogin login, Uri baseUri, ChecklySession session) =>
        _fromEnvironment = (login, baseUri, session);

    /// <summary>The session that a cmdlet would use now without asking the environment.</summary>
    public ChecklySession? Latest => Connected ?? (_fromEnvironment is { Session.IsConnected: true } made ? made.Session : null);
}
