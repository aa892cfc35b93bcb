using System.Text.Json;

namespace Checkly;

/// <summary>An object that a request sends as JSON. For classes with <see cref="ApiBodyAttribute"/> the source generator implements it.</summary>
internal interface IBodyObject
{
    /// <summary>Writes the fields of the object, whose braces the caller writes.</summary>
    /// <param name="json">The writer.</param>
    void WriteFields(Utf8JsonWriter json);
}
