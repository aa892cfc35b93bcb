namespace Checkly;

/// <summary>The reason why there is no session. The category and the recommendation of the error depend on it.</summary>
internal enum SetupProblem
{
    /// <summary>There are no credentials: neither a session nor an environment that has some.</summary>
    NoCredentials,

    /// <summary>A parameter has a value that cannot be used. The message names it.</summary>
    Parameter,

    /// <summary>An environment variable, or the login of the official CLI, has a value that cannot be used. The message names it.</summary>
    Environment,

    /// <summary>The session given with -Session is not connected.</summary>
    GivenSession,

    /// <summary>The session of the runspace was ended, or could not be opened.</summary>
    LostSession,

    /// <summary>A worker of ForEach-Object -Parallel has no session of its own.</summary>
    Worker,

    /// <summary>The key can use no account.</summary>
    NoAccount,

    /// <summary>The key can use several accounts, and none was chosen.</summary>
    SeveralAccounts,
}
