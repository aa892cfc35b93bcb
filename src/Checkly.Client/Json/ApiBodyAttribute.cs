namespace Checkly;

/// <summary>
/// Marks a partial class or record that a request sends. The source generator makes it an <see cref="IBodyObject"/>, which
/// writes the properties with <see cref="ApiFieldAttribute"/> in their order and leaves out those that are
/// <see langword="null"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ApiBodyAttribute : Attribute;
