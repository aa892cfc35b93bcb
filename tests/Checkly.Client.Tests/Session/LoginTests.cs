using System.Runtime.InteropServices;

namespace Checkly.Client.Tests;

/// <summary>Where credentials are found: the environment, and the login of the official CLI.</summary>
[Collection(RunsAlone.Name)]
public sealed class LoginTests : ClientTest, IDisposable
{
    private static readonly string[] Variables =
        [ChecklyEnvironment.ApiKeyVariable, ChecklyEnvironment.AccountIdVariable, ChecklyEnvironment.BaseUriVariable, "XDG_CONFIG_HOME"];

    private readonly Dictionary<string, string?> _before = Variables.ToDictionary(name => name, Environment.GetEnvironmentVariable);
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("checkly-tests-");

    public LoginTests()
    {
        foreach (string name in Variables[..3])
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", _home.FullName);
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _home.Delete(recursive: true);
    }

    [Fact]
    public void Nothing_set_is_nothing_found()
    {
        Assert.Null(ChecklyEnvironment.FindLogin());
        Assert.Null(ChecklyEnvironment.BaseUri);
        Environment.SetEnvironmentVariable(ChecklyEnvironment.ApiKeyVariable, "  ");
        Assert.Null(ChecklyEnvironment.FindLogin());
    }

    [Fact]
    public void The_environment_gives_key_account_and_address()
    {
        Environment.SetEnvironmentVariable(ChecklyEnvironment.ApiKeyVariable, Key);
        Environment.SetEnvironmentVariable(ChecklyEnvironment.AccountIdVariable, AccountId);
        Environment.SetEnvironmentVariable(ChecklyEnvironment.BaseUriVariable, "https://checkly.example");

        ChecklyLogin login = ChecklyEnvironment.FindLogin()!;

        Assert.Equal(new ApiKey(Key), login.ApiKey);
        Assert.Equal(AccountId, login.AccountId);
        Assert.Equal(new Uri("https://checkly.example"), ChecklyEnvironment.BaseUri);
        Assert.DoesNotContain(Key, login.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_none_is_named()
    {
        Environment.SetEnvironmentVariable(ChecklyEnvironment.BaseUriVariable, "checkly");

        string message = Assert.Throws<FormatException>(() => ChecklyEnvironment.BaseUri).Message;
        Assert.Contains("CHECKLY_API_URL", message, StringComparison.Ordinal);
        Assert.DoesNotContain("'checkly'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cli_leaves_its_login_in_two_files()
    {
        Assert.SkipUnless(RuntimeInformation.IsOSPlatform(OSPlatform.Linux), "The folder can be moved by a variable on Linux only.");
        WriteCliFile("auth.json", $$"""{"apiKey":"{{Key}}"}""");
        WriteCliFile("config.json", $$"""{"accountId":"{{AccountId}}","accountName":"Acme"}""");

        ChecklyLogin login = CliLogin.FindLogin()!;

        Assert.Equal(Path.Combine(_home.FullName, "@checkly", "cli"), CliLogin.Folder);
        Assert.Equal((new ApiKey(Key), AccountId), (login.ApiKey, login.AccountId));
        Assert.Contains("auth.json", login.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_account_the_login_has_none()
    {
        Assert.SkipUnless(RuntimeInformation.IsOSPlatform(OSPlatform.Linux), "The folder can be moved by a variable on Linux only.");
        WriteCliFile("auth.json", $$"""{"apiKey":"{{Key}}"}""");

        Assert.Null(CliLogin.FindLogin()!.AccountId);
    }

    [Fact]
    public void No_login_of_the_cli_is_nothing_found()
    {
        Assert.SkipUnless(RuntimeInformation.IsOSPlatform(OSPlatform.Linux), "The folder can be moved by a variable on Linux only.");
        Assert.Null(CliLogin.FindLogin());
    }

    [Theory]
    [InlineData("{\"apiKey\":\"" + Key)]
    [InlineData("\"" + Key + "\"")]
    [InlineData("[]")]
    public void A_broken_login_is_named_without_its_content(string content)
    {
        Assert.SkipUnless(RuntimeInformation.IsOSPlatform(OSPlatform.Linux), "The folder can be moved by a variable on Linux only.");
        WriteCliFile("auth.json", content);

        var broken = Assert.Throws<FormatException>(CliLogin.FindLogin);

        Assert.Contains("auth.json", broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key[..9], broken.ToString(), StringComparison.Ordinal);
    }

    private void WriteCliFile(string name, string content)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_home.FullName, "@checkly", "cli")).FullName;
        File.WriteAllText(Path.Combine(folder, name), content);
    }
}
