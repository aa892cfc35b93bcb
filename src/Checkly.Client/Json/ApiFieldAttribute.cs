namespace Checkly;

/// <summary>
/// Names the API's field that a property holds. In a model the source generator writes from it how the field is read and
/// sent; on a parameter of a cmdlet it says which field the parameter sets when it is given.
/// </summary>
/// <param name="name">The API's name of the field.</param>
/// <param name="otherName">Another name under which some answers have the same field; read where the first one is missing.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiFieldAttribute(string name, string? otherName = null) : Attribute
{
    /// <summary>The API's name of the field.</summary>
    public string Name { get; } = name;

    /// <summary>Another name under which some answers have the same field; read where <see cref="Name"/> is missing.</summary>
    public string? OtherName { get; } = otherName;

    /// <summary>
    /// Whether this is the id, without which an answer is not this object. <see cref="object.ToString"/> returns it, and it
    /// fills the <see cref="FromParent"/> properties of the objects in the model's lists.
    /// </summary>
    public bool Required { get; set; }

    /// <summary>Whether the API only answers the field, so that no request sends it.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// Whether the field is the id of the object's parent. It is filled in where an answer leaves it out, and is not sent: the
    /// path has it.
    /// </summary>
    public bool FromParent { get; set; }
}
