using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace PayPage.Unit.Documents;

/// <summary>Reads as much of our own PDF files as the tests must see: objects by number, and what streams hold.</summary>
internal sealed partial class PdfReader
{
    private readonly Dictionary<int, string> _objects = [];
    private readonly Dictionary<int, byte[]> _streams = [];

    public PdfReader(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);

        foreach (Match match in StreamObject().Matches(text))
        {
            var (number, start) = (Number(match, 1), match.Index + match.Length);
            var data = file.AsSpan(start, int.Parse(Length().Match(match.Groups[2].Value).Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
            _objects[number] = match.Groups[2].Value;
            _streams[number] = match.Groups[2].Value.Contains("FlateDecode", StringComparison.Ordinal) ? Inflate(data) : data;
        }

        foreach (var (number, body) in _objects.Where(o => o.Value.Contains("/Type/ObjStm", StringComparison.Ordinal)).ToList())
        {
            Unpack(Encoding.Latin1.GetString(_streams[number]), Number(First().Match(body), 1));
        }
    }

    public IReadOnlyDictionary<int, string> Objects => _objects;

    public string Catalog => Single("/Type/Catalog");

    /// <summary>All objects that have this in their dictionary.</summary>
    public IEnumerable<string> With(string entry) => _objects.Values.Where(body => body.Contains(entry, StringComparison.Ordinal));

    public string Single(string entry) => Assert.Single(With(entry));

    public string Stream(int number) => Encoding.Latin1.GetString(_streams[number]);

    /// <summary>The number that an entry refers to.</summary>
    public static int Reference(string body, string entry)
    {
        var match = Regex.Match(body, Regex.Escape(entry) + @" ?(\d+) 0 R");
        Assert.True(match.Success, $"{entry} in {body}");
        return Number(match, 1);
    }

    private void Unpack(string pack, int first)
    {
        var heads = pack[..first].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture)).Chunk(2).ToList();

        for (var i = 0; i < heads.Count; i++)
        {
            var end = i + 1 < heads.Count ? first + heads[i + 1][1] : pack.Length;
            _objects[heads[i][0]] = pack[(first + heads[i][1])..end].Trim();
        }
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static byte[] Inflate(byte[] data)
    {
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zlib.CopyTo(plain);
        return plain.ToArray();
    }

    [GeneratedRegex(@"(\d+) 0 obj\n(<<.*?>>)\nstream\n", RegexOptions.Singleline)]
    private static partial Regex StreamObject();

    [GeneratedRegex(@"/Length (\d+)")]
    private static partial Regex Length();

    [GeneratedRegex(@"/First (\d+)")]
    private static partial Regex First();
}
