using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>After Disconnect-Checkly no object of the module leads to the key.</summary>
[Collection(RunsAlone.Name)]
public sealed class ForgottenKeyTests : ModuleTest
{
    private const string Forgotten = "cu_canary_forgotten_5d1f";
    private readonly ApiServer _server = new();

    [Theory]
    [InlineData("$s = Connect-Checkly -ApiKey $key -AccountId $account -BaseUri $uri -SkipCheck -PassThru", "Disconnect-Checkly")]
    [InlineData("$s = Connect-Checkly -ApiKey $key -AccountId $account -BaseUri $uri -SkipCheck -PassThru", "Disconnect-Checkly $s")]
    [InlineData("Connect-Checkly -ApiKey $key -AccountId $account -BaseUri $uri -SkipCheck", "Disconnect-Checkly")]
    [InlineData("$null = Invoke-ChecklyApi -Path /v1/x; $s = Get-ChecklySession", "Disconnect-Checkly")]
    [InlineData("$null = Invoke-ChecklyApi -Path /v1/x; Connect-Checkly -Sandbox", "Disconnect-Checkly")]
    [InlineData("Connect-Checkly -ApiKey $key -AccountId $account -BaseUri $uri -SkipCheck", "Connect-Checkly -Sandbox")]
    [InlineData("Connect-Checkly -ApiKey $key -AccountId $account -BaseUri $uri -SkipCheck", "Remove-Module Checkly")]
    public void Nothing_that_the_module_keeps_leads_to_the_key(string connect, string disconnect)
    {
        using var environment = new EnvironmentFor(_server.Uri);
        environment.Set("CHECKLY_API_KEY", Forgotten);
        // A server that echoes the key: taking it out must leave no copy.
        _server.Answer("GET", "/v1/x", 200, $"\"{Forgotten}\"").Answer("GET", "/v1/y", 404, $"{{\"message\":\"{Forgotten}\"}}")
            .Answer("GET", "/v1/dashboards/d", 200, $"{{\"dashboardId\":\"d\",\"header\":\"{Forgotten}\"}}");
        Run($"$s = $null; {connect}; $null = Get-ChecklyDashboard d -ErrorAction SilentlyContinue; Invoke-ChecklyApi -Path /v1/y -ErrorAction SilentlyContinue", ("key", Secure(Forgotten)), ("account", AccountId), ("uri", _server.Uri));
        object? session = (Host.Runspace.SessionStateProxy.GetVariable("s") as PSObject)?.BaseObject;
        Type slots = Find("Checkly.Cmdlets", "Checkly.SessionSlot");
        Assert.Contains(Forgotten, Reached([session, Slot(slots), .. Statics()]), StringComparer.Ordinal);

        Do(disconnect);

        Assert.DoesNotContain(Reached([session, Slot(slots), .. Statics()]), text => text.Contains(Forgotten, StringComparison.Ordinal));
    }

    protected override void Cleanup() => _server.Dispose();

    private object? Slot(Type slots)
    {
        object table = slots.GetField("Slots", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        object?[] arguments = [Host.Runspace, null];
        table.GetType().GetMethod("TryGetValue")!.Invoke(table, arguments);
        return arguments[1];
    }

    private static Type Find(string assembly, string type) => AppDomain.CurrentDomain.GetAssemblies().Last(loaded => loaded.GetName().Name == assembly).GetType(type, throwOnError: true)!;

    /// <summary>What hangs on the static fields of the module and of the regular expressions that .NET keeps.</summary>
    private static IEnumerable<object?> Statics() => AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => assembly.GetName().Name is "Checkly.Client" or "Checkly.Cmdlets" or "Checkly.Sandbox")
        .SelectMany(assembly => assembly.GetTypes())
        .Append(Find("System.Text.RegularExpressions", "System.Text.RegularExpressions.RegexCache"))
        .Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        // The other runspaces of this process belong to other tests.
        .Where(field => !field.IsLiteral && field.Name != "Slots")
        .Select(field => field.GetValue(null));

    /// <summary>Every text that can be reached by fields.</summary>
    private static List<string> Reached(IEnumerable<object?> roots)
    {
        List<string> texts = [];
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<object> left = new(roots.OfType<object>());
        while (left.TryPop(out object? item))
        {
            if (item is Runspace or Type or MemberInfo or Assembly or Thread or Pointer || item.GetType().IsPrimitive || !seen.Add(item))
            {
                continue;
            }

            switch (item)
            {
                case string text:
                    texts.Add(text);
                    continue;
                case byte[] bytes:
                    texts.Add(Encoding.UTF8.GetString(bytes));
                    texts.Add(Encoding.Unicode.GetString(bytes));
                    continue;
                case char[] characters:
                    texts.Add(new string(characters));
                    continue;
                case Array { Rank: 1 } array when !array.GetType().GetElementType()!.IsPrimitive:
                    foreach (object? entry in (IEnumerable)array)
                    {
                        Push(entry);
                    }

                    continue;
            }

            for (Type? type = item.GetType(); type is not null; type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (!field.FieldType.IsPointer && !field.FieldType.IsByRefLike && !field.FieldType.IsPrimitive)
                    {
                        Push(field.GetValue(item));
                    }
                }
            }
        }

        return texts;

        void Push(object? next)
        {
            if (next is not null)
            {
                left.Push(next);
            }
        }
    }
}
