namespace Checkly;

/// <summary>
/// Marks a partial class that an answer is read into. The source generator writes its <c>Read</c> method from the properties
/// with <see cref="ApiFieldAttribute"/>, in their order, and its <c>AdditionalProperties</c>.
/// </summary>
/// <param name="change">How the API takes a change of it.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ApiModelAttribute(ApiChange change = ApiChange.None) : Attribute
{
    /// <summary>How the API takes a change of it.</summary>
    public ApiChange Change { get; } = change;
}

/// <summary>How the API takes a change of an object.</summary>
internal enum ApiChange
{
    /// <summary>Not as a set of fields.</summary>
    None,

    /// <summary>The API keeps the fields that a change leaves out.</summary>
    Partial,

    /// <summary>A change must send every field, so the model keeps the JSON that it was read from.</summary>
    Whole,
}
