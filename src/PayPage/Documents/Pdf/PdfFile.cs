using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace PayPage.Documents.Pdf;

/// <summary>The objects of a PDF 1.7 file (ISO 32000-1, 7.5), numbered from 1. Small ones travel packed together, and so does the table that finds them.</summary>
internal sealed class PdfFile
{
    private const int IdLength = 16;
    private const byte InFile = 1;
    private const byte InPack = 2;

    // The second line tells programs that move files about that this one is binary.
    private static readonly byte[] Header = [.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n'];

    private readonly List<Part> _parts = [];

    /// <summary>A number for an object that is written later, by <see cref="Put"/>.</summary>
    public int Reserve()
    {
        _parts.Add(new Part("", Data: null));
        return _parts.Count;
    }

    public void Put(int number, string body) => _parts[number - 1] = new Part(body, Data: null);

    public int Add(string body)
    {
        var number = Reserve();
        Put(number, body);
        return number;
    }

    /// <param name="entries">Of the stream's dictionary, without its length and filter.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> data)
    {
        var packed = Pack(data);
        return AddReadyStream($"{entries}/Filter/FlateDecode", packed);
    }

    /// <param name="entries">Of the stream's dictionary, without its length.</param>
    /// <param name="data">As it is to stand in the file.</param>
    public int AddReadyStream(string entries, byte[] data)
    {
        _parts.Add(new Part(string.Create(CultureInfo.InvariantCulture, $"<<{entries}/Length {data.Length}>>"), data));
        return _parts.Count;
    }

    /// <returns>The same bytes for the same objects: the file's name for itself is made of what is in it.</returns>
    public byte[] ToBytes(int catalog, int info)
    {
        var pack = AddPack();
        var table = _parts.Count + 1;
        var places = new List<(byte Kind, long At, int Index)> { (0, 0, 0) };
        using var file = new MemoryStream();
        file.Write(Header);
        var packedSoFar = 0;

        for (var number = 1; number < table; number++)
        {
            if (_parts[number - 1] is { Data: { } data } stream)
            {
                places.Add((InFile, file.Length, 0));
                WriteStream(file, number, stream.Body, data);
            }
            else
            {
                places.Add((InPack, pack, packedSoFar++));
            }
        }

        places.Add((InFile, file.Length, 0));
        var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)).AsSpan(0, IdLength));
        var start = file.Length;
        var rows = Pack(Rows(places));
        WriteStream(file, table, string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/XRef/Size {table + 1}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]/Filter/FlateDecode/Length {rows.Length}>>"), rows);
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n")));
        return file.ToArray();
    }

    /// <summary>ISO 32000-1, 7.5.7: all objects that are not streams, as one stream.</summary>
    private int AddPack()
    {
        var (numbers, bodies, count) = (new StringBuilder(), new StringBuilder(), 0);

        for (var i = 0; i < _parts.Count; i++)
        {
            if (_parts[i].Data is null)
            {
                numbers.Append(CultureInfo.InvariantCulture, $"{i + 1} {bodies.Length} ");
                bodies.Append(_parts[i].Body).Append('\n');
                count++;
            }
        }

        return AddStream(
            string.Create(CultureInfo.InvariantCulture, $"/Type/ObjStm/N {count}/First {numbers.Length}"), Encoding.ASCII.GetBytes(numbers.Append(bodies).ToString()));
    }

    private static byte[] Rows(List<(byte Kind, long At, int Index)> places)
    {
        using var rows = new MemoryStream();

        foreach (var (kind, at, index) in places)
        {
            rows.Write([kind, (byte)((at >> 24) & 0xFF), (byte)((at >> 16) & 0xFF), (byte)((at >> 8) & 0xFF), (byte)(at & 0xFF), (byte)(index >> 8), (byte)(index & 0xFF)]);
        }

        return rows.ToArray();
    }

    private static void WriteStream(MemoryStream file, int number, string body, byte[] data)
    {
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nstream\n")));
        file.Write(data);
        file.Write("\nendstream\nendobj\n"u8);
    }

    private static byte[] Pack(ReadOnlySpan<byte> data)
    {
        using var packed = new MemoryStream();

        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return packed.ToArray();
    }

    /// <param name="Body">The object, or the dictionary of the stream.</param>
    /// <param name="Data">Null for all but streams.</param>
    private sealed record Part(string Body, byte[]? Data);
}
