namespace Checkly.Sandbox;

/// <summary>A body that comes in a few bytes at a time, and may break off at its end.</summary>
internal sealed class UnsteadyStream(byte[] body, TimeSpan pause, IOException? end) : Stream
{
    private const int AtOnce = 16;
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int size = Math.Min(Math.Min(count, AtOnce), body.Length - _position);
        if (size == 0 && end is not null)
        {
            throw end;
        }

        Array.Copy(body, _position, buffer, offset, size);
        _position += size;
        return size;
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
        return Read(buffer, offset, count);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
