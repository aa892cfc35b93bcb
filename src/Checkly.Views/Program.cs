using System.Reflection;
using System.Xml.Linq;

namespace Checkly.Views;

/// <summary>Makes <c>Checkly.Format.ps1xml</c> out of <c>views.txt</c> and the models of the built module.</summary>
public static class Program
{
    private static readonly string[] Assemblies = ["Checkly.Client.dll", "Checkly.Cmdlets.dll"];

    /// <summary>The program.</summary>
    /// <param name="args">The file <c>views.txt</c>, and the folder with the built assemblies, where the views are written too.</param>
    /// <returns>0 when the views were written, 1 when a line is wrong.</returns>
    public static int Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        try
        {
            Dictionary<string, Type> types = Assemblies
                .SelectMany(name => Models(Assembly.LoadFrom(Path.Combine(args[1], name))))
                .ToDictionary(type => type.Name);
            // Without white space, each import reads a third less.
            new FormatWriter(types).Write(TypeViews.Read(File.ReadLines(args[0]))).Save(Path.Combine(args[1], "Checkly.Format.ps1xml"), SaveOptions.DisableFormatting);
            return 0;
        }
        catch (FormatException wrong)
        {
            // The form in which MSBuild shows an error of the build.
            Console.Error.WriteLine($"{args[0]}: error CHECKLYVIEWS: {wrong.Message}");
            return 1;
        }
    }

    /// <summary>The types that are shown: the others need PowerShell, which is not here, or are no models.</summary>
    private static IEnumerable<Type> Models(Assembly assembly)
    {
        Type?[] types;
        try
        {
            types = assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            types = partly.Types;
        }

        return types.OfType<Type>().Where(type => type is { IsPublic: true, Namespace: "Checkly", IsAbstract: false, IsGenericType: false } && type.GetConstructor(Type.EmptyTypes) is not null);
    }
}
