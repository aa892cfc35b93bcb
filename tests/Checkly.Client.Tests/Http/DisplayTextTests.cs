namespace Checkly.Client.Tests;

/// <summary>What is shown drives no terminal and hides nothing, and is still read as it was written.</summary>
public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("a\u001b[31mb\u009b2Jc\u0007\u007f\rd", "a[31mb2Jcd")]
    [InlineData("a\u202eb\u2066c\u2069d", "abcd")]
    [InlineData("pay\u200bment\u2060s\ufeff", "payments")]
    [InlineData("a\u200db\u200cc", "abc")]
    [InlineData("\u200dа\u200dб", "аб")]
    [InlineData("soft\u00adhyphen\u034f\u180e\u2061\u2064\u3164", "softhyphen")]
    [InlineData("admin\u200e\u200f\u061c", "admin")]
    [InlineData("a\U000E0001\U000E0068\U000E0069\U000E007Fb", "ab")]
    [InlineData("\U0001F3F4\U000E0068\U000E0069 tags without an end", "\U0001F3F4 tags without an end")]
    [InlineData("\U0001F3F4\U000E0061\U000E0061\U000E0061\U000E0061\U000E0061\U000E0061\U000E0061\U000E007F", "\U0001F3F4")]
    [InlineData("x\U000E0100\U000E0101\ufe00\ufe0f", "x\ufe00")]
    [InlineData("\ufe0fx \ufe0f", "x ")]
    [InlineData("one\u2028two\u2029three", "one\ntwo\nthree")]
    [InlineData("\ufff9a\ufffab\ufffb\U0001D173", "ab")]
    public void What_drives_a_terminal_or_is_not_seen_is_dropped(string text, string shown) => Assert.Equal(shown, DisplayText.Clean(text));

    [Theory]
    [InlineData("Payments are back.\tAll is well.\n")]
    [InlineData("Zahlungen über 5 € sind langsam – wir prüfen")]
    [InlineData("می\u200cخواهم")]
    [InlineData("क्\u200dष")]
    [InlineData("\U0001F468\u200d\U0001F469\u200d\U0001F467 \u2764\ufe0f\u200d\U0001F525 1\ufe0f\u20e3")]
    [InlineData("\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F Scotland")]
    [InlineData("葛\U000E0100城")]
    [InlineData("שלום (API)\u200f!")]
    [InlineData("\u0600\u0661")]
    [InlineData("決済が遅れています")]
    public void What_people_write_stays(string text) => Assert.Equal(text, DisplayText.Clean(text));

    [Fact]
    public void One_line_is_one_line() => Assert.Equal("a b c", DisplayText.OneLine(" a\r\n\tb\u200b\u2028c "));

    [Fact]
    public void Half_a_pair_ends_nothing() => Assert.Equal("\ud83d", DisplayText.Clean("\ud83d\u200b"));
}
