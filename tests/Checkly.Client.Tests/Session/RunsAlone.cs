namespace Checkly.Client.Tests;

/// <summary>Tests that change the process's environment run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "Runs alone";
}
