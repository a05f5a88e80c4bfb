using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace PayPage.Documents.Fonts;

/// <summary>Puts tables together to a font file, with the sums that readers check (ISO/IEC 14496-22, 4.5).</summary>
internal static class FontFile
{
    private const uint TrueType = 0x00010000;
    private const uint WholeFileSum = 0xB1B0AFBA;
    private const int SumInHead = 8;

    /// <param name="tables">In the order of their tags; <c>head</c> among them.</param>
    public static byte[] Write(IReadOnlyList<(string Tag, byte[] Bytes)> tables)
    {
        var at = 12 + (16 * tables.Count);
        var file = new byte[at + tables.Sum(table => Padded(table.Bytes.Length))];
        var headAt = 0;
        Directory(file, tables.Count);

        for (var i = 0; i < tables.Count; i++)
        {
            var (tag, bytes) = tables[i];

            if (tag == "head")
            {
                headAt = at;
                bytes.AsSpan(SumInHead, 4).Clear();
            }

            bytes.CopyTo(file, at);
            var record = file.AsSpan(12 + (16 * i), 16);
            Encoding.ASCII.GetBytes(tag, record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Sum(file.AsSpan(at, Padded(bytes.Length))));
            BinaryPrimitives.WriteInt32BigEndian(record[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(record[12..], bytes.Length);
            at += Padded(bytes.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headAt + SumInHead), unchecked(WholeFileSum - Sum(file)));
        return file;
    }

    /// <summary>The head of the file: how many tables, and figures by which old readers searched among them.</summary>
    private static void Directory(Span<byte> file, int count)
    {
        var power = BitOperations.Log2((uint)count);
        BinaryPrimitives.WriteUInt32BigEndian(file, TrueType);
        BinaryPrimitives.WriteUInt16BigEndian(file[4..], (ushort)count);
        BinaryPrimitives.WriteUInt16BigEndian(file[6..], (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file[8..], (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file[10..], (ushort)((16 * count) - (16 << power)));
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;

        for (var i = 0; i < bytes.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        }

        return sum;
    }

    private static int Padded(int length) => (length + 3) & ~3;
}
