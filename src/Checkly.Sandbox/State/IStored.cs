namespace Checkly.Sandbox;

/// <summary>Something in the sandbox's memory that has an id.</summary>
internal interface IStored
{
    string Id { get; }
}
