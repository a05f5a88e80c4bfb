using PayPage.Domain.Batches;

namespace PayPage.UseCases.Batches;

/// <summary>Makes pieces of one size out of what comes in pieces of any.</summary>
internal sealed class PieceMaker
{
    private readonly byte[] _buffer = new byte[BatchPiece.MostBytes];
    private int _filled;

    /// <returns>Those that are full now.</returns>
    public IEnumerable<byte[]> Add(ReadOnlyMemory<byte> part)
    {
        while (!part.IsEmpty)
        {
            var count = Math.Min(part.Length, _buffer.Length - _filled);
            part[..count].CopyTo(_buffer.AsMemory(_filled));
            _filled += count;
            part = part[count..];

            if (_filled == _buffer.Length)
            {
                yield return Rest();
            }
        }
    }

    /// <returns>What is left, which may be nothing.</returns>
    public byte[] Rest()
    {
        var rest = _buffer[.._filled];
        _filled = 0;
        return rest;
    }
}
