using System.Globalization;
using Checkly.Benchmarks;

int Number(int position, int otherwise) => args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;

switch (args.FirstOrDefault())
{
    case "delivery":
        return await new DeliveryRunner(posts: Number(1, 10_000), seed: Number(2, 1)).RunAsync();
    case "speed":
        return new SpeedRunner(rounds: Number(1, 15)).Run();
    case "serve":
        return await FastServer.ServeAsync();
    default:
        Console.Error.WriteLine("""
            Usage: dotnet run -c Release --project tests/Checkly.Benchmarks -- <what>

              delivery [posts] [seed]   posts updates through every fault in real time, 64 at once, some carried out up
                                        to 300 s late, and compares what was said with what happened; 10000 posts and
                                        seed 1 when not given
              speed [rounds]            compares the client with a bare HttpClient; where pwsh is found, the module with
                                        Invoke-RestMethod and others; where checkly is found, with the official CLI;
                                        15 rounds when not given
            """);
        return 2;
}
