using System.Management.Automation;
using System.Xml.Linq;
using Checkly.Hosting;

namespace Checkly.Help;

/// <summary>Makes the help of the cmdlets out of their XML documentation: one source, no second text to keep in step.</summary>
public static class Program
{
    /// <summary>The program.</summary>
    /// <param name="args">The file to write.</param>
    /// <returns>0 when every cmdlet and parameter has documentation, 1 otherwise.</returns>
    public static int Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        try
        {
            using var host = new ModuleHost(TextWriter.Null);
            using PowerShell shell = host.CreatePowerShell();
            CmdletInfo[] cmdlets = [.. shell.AddScript("Get-Command -Module Checkly").Invoke<CmdletInfo>()];
            string folder = Path.GetDirectoryName(cmdlets[0].ImplementingType.Assembly.Location)!;
            var documentation = new XmlDocumentation(Path.Combine(folder, "Checkly.Cmdlets.xml"), Path.Combine(folder, "Checkly.Client.xml"));
            var writer = new MamlWriter(documentation, cmdlets);
            Directory.CreateDirectory(Path.GetDirectoryName(args[0])!);
            new XDocument(new XElement("helpItems", new XAttribute("schema", "maml"), cmdlets.Select(writer.Write))).Save(args[0]);
            return 0;
        }
        catch (InvalidOperationException missing)
        {
            // The form in which MSBuild shows an error of the build.
            Console.Error.WriteLine($"Checkly.Help: error CHECKLYHELP: {missing.Message}");
            return 1;
        }
    }
}
