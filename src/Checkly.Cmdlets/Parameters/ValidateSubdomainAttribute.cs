using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Checkly;

/// <summary>Refuses a text that cannot be the first part of an address, such as a whole address.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateSubdomainAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (!Regex.IsMatch(arguments?.ToString() ?? string.Empty, @"\A[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\z", RegexOptions.CultureInvariant))
        {
            throw new ValidationMetadataException($"'{arguments}' is not the first part of an address: letters, digits and hyphens, such as acme.");
        }
    }
}
