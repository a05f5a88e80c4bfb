using System.Buffers;
using System.Globalization;
using System.Text;

namespace PayPage.Domain.Batches.Sheets;

/// <summary>Looks at the bytes of a file as they come in: what they are written in, or why they are no text at all.</summary>
/// <remarks>Sees each byte once and keeps a few: files of any length need the same memory.</remarks>
public sealed class FileLook
{
    private const int HeadLength = 4096;
    private const int SampleLength = 24;
    private const byte LastAscii = 0x7F;

    /// <summary>Control characters that stand in no text.</summary>
    private static readonly SearchValues<byte> NoText = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Where(b => b is not ('\t' or '\n' or '\r' or '\f')).Select(b => (byte)b), 0x7F]);


    private readonly List<byte> _head = new(HeadLength);
    private readonly byte[] _carry = new byte[4];
    private readonly List<byte> _sample = [];
    private int _carried;
    private long _line = 1;
    private long? _strangeLine;    // where UTF-8 ended
    private long? _binaryLine;
    private bool _sampled;
    private bool _sawSeveral;    // a letter of several bytes, right in UTF-8

    /// <summary>Bytes so far.</summary>
    public long Length { get; private set; }

    /// <param name="bytes">The next ones.</param>
    public void See(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;

        if (_head.Count < HeadLength)
        {
            _head.AddRange(bytes[..Math.Min(bytes.Length, HeadLength - _head.Count)]);
        }

        if (Wide is null)
        {
            SeeNarrow(bytes);
        }
    }

    /// <summary>After the last byte.</summary>
    public Verdict Conclude()
    {
        if (Length == 0 || (Length <= HeadLength && _head.TrueForAll(b => b is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t')))
        {
            return new Verdict.Refused("The file is empty.");
        }

        if (Disguises.Of([.. _head]) is { } disguise)
        {
            return new Verdict.Refused(disguise);
        }

        if (Wide is var (encoding, sentence))
        {
            return new Verdict.Text(encoding, new Finding(FileAspect.Encoding, sentence));
        }

        if (_strangeLine is { } strange && _sawSeveral)
        {
            return new Verdict.Refused(string.Create(
                CultureInfo.InvariantCulture, $"The letters of line {strange} are written in another way than those above it: the file mixes UTF-8 with something else. Save it anew as UTF-8, look at the names in it, and upload that."));
        }

        return _binaryLine is { } binary
            ? new Verdict.Refused(string.Create(
                CultureInfo.InvariantCulture, $"This is no text: line {binary} holds bytes that stand for no letter. Save the table as CSV (UTF-8) and upload that."))
            : new Verdict.Text(Narrow, new Finding(FileAspect.Encoding, NarrowSentence()));
    }

    private bool HasMark => _head is [0xEF, 0xBB, 0xBF, ..];

    private TextEncoding Narrow => _strangeLine is null && _carried == 0 ? TextEncoding.Utf8 : TextEncoding.Windows1252;

    /// <summary>Two bytes a letter: by its mark, or because every other byte of the beginning is nothing.</summary>
    private (TextEncoding Encoding, string Sentence)? Wide => _head switch
    {
        [0xFF, 0xFE, ..] => (TextEncoding.Utf16LittleEndian, "It begins with the mark of UTF-16."),
        [0xFE, 0xFF, ..] => (TextEncoding.Utf16BigEndian, "It begins with the mark of UTF-16 (big-endian)."),
        [not 0, 0, not 0, 0, ..] => (TextEncoding.Utf16LittleEndian, "Every second byte is empty, as in UTF-16."),
        [0, not 0, 0, not 0, ..] => (TextEncoding.Utf16BigEndian, "Every second byte is empty, as in UTF-16 (big-endian)."),
        _ => null,
    };

    private string NarrowSentence() => Narrow == TextEncoding.Utf8
        ? HasMark ? "It begins with the mark of UTF-8." : "All of it is valid UTF-8."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Line {_strangeLine ?? _line} is not UTF-8. Read as Windows-1252 it says “{FreeText.Clean(Encoding.Latin1.GetString([.. _sample]))}”: look whether that is right.");

    private void SeeNarrow(ReadOnlySpan<byte> bytes)
    {
        if (_strangeLine is null && _carried > 0)
        {
            bytes = FinishCarried(bytes);
        }

        while (_strangeLine is null && !bytes.IsEmpty)
        {
            var end = bytes.IndexOfAnyExceptInRange((byte)0, LastAscii);
            var run = end < 0 ? bytes : bytes[..end];
            SeeRun(run);
            bytes = bytes[run.Length..];

            if (bytes.IsEmpty)
            {
                return;
            }

            switch (Rune.DecodeFromUtf8(bytes, out _, out var used))
            {
                case OperationStatus.Done:
                    _sawSeveral = true;
                    Remember(bytes[..used]);
                    bytes = bytes[used..];
                    break;
                case OperationStatus.NeedMoreData:
                    bytes.CopyTo(_carry);
                    _carried = bytes.Length;
                    return;
                default:
                    _strangeLine = _line;
                    break;
            }
        }

        SeeRun(bytes);
    }

    /// <returns>What follows the letter that began in the piece before.</returns>
    private ReadOnlySpan<byte> FinishCarried(ReadOnlySpan<byte> bytes)
    {
        Span<byte> letter = stackalloc byte[4];
        _carry.AsSpan(0, _carried).CopyTo(letter);
        var added = Math.Min(letter.Length - _carried, bytes.Length);
        bytes[..added].CopyTo(letter[_carried..]);
        var status = Rune.DecodeFromUtf8(letter[..(_carried + added)], out _, out var used);

        if (status == OperationStatus.Done)
        {
            var rest = bytes[(used - _carried)..];
            (_carried, _sawSeveral) = (0, true);
            return rest;
        }

        if (status == OperationStatus.NeedMoreData)
        {
            bytes[..added].CopyTo(_carry.AsSpan(_carried));
            _carried += added;
            return bytes[added..];
        }

        _strangeLine = _line;
        SeeRun(_carry.AsSpan(0, _carried));
        _carried = 0;
        return bytes;
    }

    private void SeeRun(ReadOnlySpan<byte> run)
    {
        if (_binaryLine is null && run.IndexOfAny(NoText) is >= 0 and var strange)
        {
            _binaryLine = _line + run[..strange].Count((byte)'\n');
        }

        if (_strangeLine is null)
        {
            var begin = run.LastIndexOf((byte)'\n') + 1;

            if (begin > 0)
            {
                _sample.Clear();
            }

            Remember(run[begin..]);
        }
        else if (_sample.Count < SampleLength * 2 && !_sampled)
        {
            var end = run.IndexOf((byte)'\n');
            _sampled = end >= 0;
            var rest = end < 0 ? run : run[..end];
            _sample.AddRange(rest[..Math.Min(rest.Length, (SampleLength * 2) - _sample.Count)]);
        }

        _line += run.Count((byte)'\n');
    }

    /// <summary>The letters before the first that is not UTF-8, so that a person can tell what it was.</summary>
    private void Remember(ReadOnlySpan<byte> bytes)
    {
        _sample.AddRange(bytes[Math.Max(0, bytes.Length - SampleLength)..]);
        _sample.RemoveRange(0, Math.Max(0, _sample.Count - SampleLength));
    }

    public abstract record Verdict
    {
        private Verdict()
        {
        }

        public sealed record Text(TextEncoding Encoding, Finding Finding) : Verdict;

        /// <param name="Reason">For people: what it is, and what to do.</param>
        public sealed record Refused(string Reason) : Verdict;
    }
}
