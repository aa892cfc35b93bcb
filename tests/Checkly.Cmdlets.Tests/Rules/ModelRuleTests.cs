using System.Collections;
using System.Reflection;

namespace Checkly.Cmdlets.Tests;

/// <summary>What every model can do in a script: above all, stand in a mock.</summary>
public sealed class ModelRuleTests : ModuleTest
{
    [Fact]
    public void Every_property_of_every_model_can_be_set()
    {
        Type[] models = [.. Do("Get-Command -Module Checkly | ForEach-Object OutputType | ForEach-Object Type | Where-Object Namespace -eq Checkly").Output
            .Select(item => (Type)item.BaseObject).Where(type => type.GetConstructor(Type.EmptyTypes) is not null).Distinct()];

        (Type Model, PropertyInfo Property)[] properties = [.. models.Where(model => model.Name != "ChecklySession").SelectMany(model => model.GetProperties(), (model, property) => (model, property))];

        Assert.True(models.Length > 12);
        Assert.All(
            properties,
            item => Assert.NotNull(Do($"([{item.Model.FullName}]@{{ {item.Property.Name} = {Sample(item.Property.PropertyType)} }}).{item.Property.Name}").Output));
    }

    /// <summary>So that an object stands for its id in a text, and in a mocked command.</summary>
    [Fact]
    public void Every_model_with_an_id_is_its_id_as_a_text()
    {
        Dictionary<string, string> ids = new() { ["CheckSession"] = "CheckSessionId", ["Dashboard"] = "DashboardId", ["CheckStatus"] = "CheckId", ["Location"] = "Region", ["Runtime"] = "Name", ["StaticIp"] = "Address" };
        Type[] models = [.. Do("Get-Command -Module Checkly | ForEach-Object OutputType | ForEach-Object Type | Where-Object Namespace -eq Checkly").Output
            .Select(item => (Type)item.BaseObject).Where(type => type.GetProperty("AdditionalProperties") is not null && type.Name != "StatusPageSubscriptionResult").Distinct()];

        Assert.True(models.Length > 12);
        Assert.All(models, model => Assert.Equal("7", Do($"\"$([{model.FullName}]@{{ {ids.GetValueOrDefault(model.Name, "Id")} = '7' }})\"").Only().ToString()));
    }

    private static string Sample(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsArray: true } list => $"@({Sample(list.GetElementType()!)})",
        var map when map == typeof(IDictionary) => "@{ a = 1 }",
        var time when time == typeof(DateTimeOffset) => "'2026-01-02T03:04:05Z'",
        var flag when flag == typeof(bool) => "$true",
        var number when number == typeof(long) || number == typeof(double) => "7",
        { Namespace: "Checkly" } model => $"[{model.FullName}]@{{}}",
        _ => "'x'",
    };
}
