using System.Buffers.Binary;
using System.IO.Compression;

namespace PayPage.Unit.Documents;

/// <summary>Writes PNG files of every kind, each row with another filter, as others write them.</summary>
internal static class PngMaker
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <param name="color">The colour type of ISO/IEC 15948.</param>
    /// <param name="sample">The value at a column and row of a channel.</param>
    public static byte[] Make(int width, int height, int depth, int color, bool interlaced, Func<int, int, int, int> sample, byte[]? palette = null, byte[]? transparent = null)
    {
        var channels = color switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        using var rows = new MemoryStream();

        foreach (var (x0, y0, stepX, stepY) in interlaced ? Adam7 : [(0, 0, 1, 1)])
        {
            var columns = Enumerable.Range(0, width).Where(x => x >= x0 && (x - x0) % stepX == 0).ToList();
            var previous = new byte[((columns.Count * channels * depth) + 7) / 8];

            foreach (var y in Enumerable.Range(0, height).Where(y => columns.Count > 0 && y >= y0 && (y - y0) % stepY == 0))
            {
                var row = Pack([.. columns.SelectMany(x => Enumerable.Range(0, channels).Select(channel => sample(x, y, channel)))], depth);
                var filter = y % 5;
                rows.WriteByte((byte)filter);
                rows.Write(Filtered(filter, row, previous, Math.Max(1, channels * depth / 8)));
                previous = row;
            }
        }

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = ((byte)depth, (byte)color, (byte)(interlaced ? 1 : 0));
        Chunk(file, "IHDR"u8, head);
        Chunk(file, "PLTE"u8, palette ?? []);
        Chunk(file, "tRNS"u8, transparent ?? []);
        var packed = Deflate(rows.ToArray());
        Chunk(file, "IDAT"u8, packed[..(packed.Length / 2)]);
        Chunk(file, "IDAT"u8, packed[(packed.Length / 2)..]);
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Pack(int[] samples, int depth)
    {
        var bytes = new byte[((samples.Length * depth) + 7) / 8];

        for (var i = 0; i < samples.Length; i++)
        {
            if (depth == 16)
            {
                BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2 * i), (ushort)samples[i]);
            }
            else
            {
                bytes[i * depth / 8] |= (byte)(samples[i] << (8 - depth - (i * depth % 8)));
            }
        }

        return bytes;
    }

    private static byte[] Filtered(int filter, byte[] row, byte[] above, int step) => [.. row.Select((value, i) =>
    {
        var (left, up, corner) = (i >= step ? row[i - step] : 0, (int)above[i], i >= step ? above[i - step] : 0);
        var nearest = new[] { left, up, corner }.MinBy(candidate => Math.Abs(left + up - corner - candidate));
        return (byte)((value - filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => nearest }) & 0xFF);
    })];

    private static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();

        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, byte[] data)
    {
        if (data.Length > 0 || type.SequenceEqual("IEND"u8))
        {
            file.Write(Chunk(type, data));
        }
    }

    /// <summary>Length, type, data, and the check sum that fits (ISO/IEC 15948, 5.3).</summary>
    public static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), CheckSum(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static uint CheckSum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;

        foreach (var b in bytes)
        {
            sum ^= b;

            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
            }
        }

        return ~sum;
    }
}
