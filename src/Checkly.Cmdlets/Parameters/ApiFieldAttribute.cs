namespace Checkly;

/// <summary>The API's name of the field that a parameter sets. A field is sent when its parameter was given.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiFieldAttribute : Attribute
{
    /// <param name="name">The name.</param>
    public ApiFieldAttribute(string name)
    {
        Name = name;
    }

    /// <summary>The API's name of the field.</summary>
    public string Name { get; }
}
