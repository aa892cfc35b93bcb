using System.Management.Automation.Host;

namespace Checkly.Hosting;

/// <summary>The raw user interface of <see cref="TextHost"/>, which has only a size.</summary>
internal sealed class TextHostRawUserInterface : PSHostRawUserInterface
{
    private const int Height = 1000;

    public TextHostRawUserInterface(int width)
    {
        BufferSize = new Size(width, Height);
        WindowSize = BufferSize;
    }

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Size BufferSize { get; set; }

    public override Coordinates CursorPosition { get; set; }

    public override int CursorSize { get; set; } = 1;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override bool KeyAvailable => false;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override Size MaxWindowSize => BufferSize;

    public override Coordinates WindowPosition { get; set; }

    public override Size WindowSize { get; set; }

    public override string WindowTitle { get; set; } = string.Empty;

    public override void FlushInputBuffer()
    {
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NoPromptException();

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NoPromptException();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
    {
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents)
    {
    }

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
    }
}
