using System.Text.Json;

namespace Checkly;

/// <summary>An object that knows which of its fields go into the body of a request.</summary>
internal interface IBodyObject
{
    /// <summary>Writes them, within the object that the writer has begun.</summary>
    /// <param name="json">The writer.</param>
    void WriteFields(Utf8JsonWriter json);
}
