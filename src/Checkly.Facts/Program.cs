using System.Text.Json.Nodes;

namespace Checkly.Facts;

/// <summary>Writes the facts of the API out of its OpenAPI document: <c>dotnet run --project src/Checkly.Facts -- openapi.json</c>.</summary>
public static class Program
{
    /// <summary>The program.</summary>
    /// <param name="args">The OpenAPI document, and the file to write; <c>src/Checkly.Facts/api.txt</c> when it is left out.</param>
    /// <returns>0 when the file was written, 2 when the arguments are wrong.</returns>
    public static int Main(string[] args)
    {
        if (args is not [var document, ..] || args.Length > 2)
        {
            Console.Error.WriteLine("Usage: dotnet run --project src/Checkly.Facts -- <OpenAPI document> [file to write]");
            return 2;
        }

        string file = args.Length == 2 ? args[1] : Path.Combine("src", "Checkly.Facts", "api.txt");
        File.WriteAllText(file, FactsWriter.Write(JsonNode.Parse(File.ReadAllText(document))!.AsObject()));
        Console.WriteLine($"Wrote {file}.");
        return 0;
    }
}
