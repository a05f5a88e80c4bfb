using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.Domain.Batches;

/// <summary>Many invoices that came in one file: uploaded, judged, looked at, and only then made.</summary>
public sealed class Batch
{
    public const int ReferenceLength = 40;
    public const int FileNameLength = 100;
    public const int RefusalLength = 400;
    public const int ActorLength = 80;
    public const int HashLength = 64;

    /// <summary>How many rows one file may have.</summary>
    public const int MostRows = 100_000;

    /// <summary>How large one file may be: 100,000 rows of 600 letters.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    public required BatchId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>The merchant's own name for it, unique per merchant and mode.</summary>
    public required string Reference { get; init; }

    public required BatchDoor Door { get; init; }

    /// <summary>As the sender called it, cleaned; never a path.</summary>
    public required string FileName { get; init; }

    /// <summary>Who brought it: an id, never a name.</summary>
    public required string Actor { get; init; }

    /// <summary>The colleague who brought it; null where a system did.</summary>
    public UserId? UploadedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public BatchStage Stage { get; private set; }

    /// <summary>Bytes; 0 while they are coming in.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the file, hexadecimal; null while it is coming in. The same file twice is found by it.</summary>
    public string? Hash { get; private set; }

    /// <summary>What the bytes themselves show.</summary>
    public TextEncoding? SeenEncoding { get; private set; }

    /// <summary>Why it could not be read; null where it could.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What somebody said about how to read it; wins over what was found.</summary>
    public required FileFormat Wished { get; set; }

    /// <summary>How it was read; what is null in it must be asked.</summary>
    public FileFormat Format { get; private set; } = new();

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The names of its columns, in order; none before it was read.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>How many rows of data it has, as far as it was read.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows that were judged good and await being made.</summary>
    public int GoodRows { get; private set; }

    public int BadRows { get; private set; }

    public int CreatedRows { get; private set; }

    /// <summary>Good ones that could not be made in the end.</summary>
    public int RejectedRows { get; private set; }

    /// <summary>Invoices that were judged good: made already or not. An invoice may have several rows.</summary>
    public int GoodInvoices { get; private set; }

    public int BadInvoices { get; private set; }

    public int CreatedInvoices { get; private set; }

    /// <summary>Good ones that could not be made in the end.</summary>
    public int RejectedInvoices { get; private set; }

    /// <summary>The last line that the work at hand has done with: judged, or made.</summary>
    public int DoneLine { get; private set; }

    public DateTimeOffset? ValidatedAt { get; private set; }

    /// <summary>Until when processing may be taken back.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    public DateTimeOffset? ProcessedAt { get; private set; }

    /// <summary>When the next of its messages may leave: they are paced.</summary>
    public DateTimeOffset? NextSendAt { get; private set; }

    /// <summary>Raised at each claim. Whoever holds an older number has lost the batch.</summary>
    public long LeaseNo { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>When a worker last did something for it: who has waited longest is next.</summary>
    public DateTimeOffset WorkedAt { get; private set; }

    public long Version { get; private set; }

    public int WaitingRows => Rows - GoodRows - BadRows - CreatedRows - RejectedRows;

    public bool IsAtWork => BatchTransitions.Working.Contains(Stage);

    /// <summary>Whether the merchant may still say that he wants nothing of it.</summary>
    public bool CanBeDiscarded => BatchTransitions.Table.Allows(Stage, BatchStage.Discarded);

    /// <summary>The last byte is here.</summary>
    public void Arrive(long size, string hash, TextEncoding seen, Finding evidence)
    {
        Move(BatchStage.Reading);
        (Size, Hash, SeenEncoding, Findings) = (size, hash, seen, [evidence]);
    }

    public void Refuse(string reason)
    {
        Move(BatchStage.Refused);
        Rows = 0;    // those that were taken apart are forgotten
        (Refusal, Hash) = (reason.Length <= RefusalLength ? reason : reason[..RefusalLength], null);
    }

    /// <summary>Some of its rows were taken apart.</summary>
    public void AddRows(int rows) => Rows = checked(Rows + rows);

    /// <summary>It is read from the start, perhaps again: what was known of its rows is not.</summary>
    public void BeginReading() => (Rows, GoodRows, BadRows, GoodInvoices, BadInvoices, DoneLine, Header, ValidatedAt) = (0, 0, 0, 0, 0, 0, [], null);

    /// <summary>All rows were taken apart.</summary>
    public void FinishReading(IReadOnlyList<string> header, FileFormat format, IReadOnlyList<Finding> findings, bool isSure)
    {
        Move(isSure ? BatchStage.Judging : BatchStage.Asking);
        (Header, Format, DoneLine) = (header, format, 0);
        Findings = [.. Findings.Where(found => found.Aspect == FileAspect.Encoding), .. findings];    // the bytes are the same however they are read
    }

    /// <summary>The merchant says how it is to be read: everything begins anew.</summary>
    public void ReadAgain(FileFormat wished)
    {
        Move(BatchStage.Reading);
        Wished = wished;
    }

    /// <param name="to">The last line that was judged.</param>
    public void CountJudged(int to, int goodRows, int badRows, int goodInvoices, int badInvoices)
    {
        DoneLine = to;
        (GoodRows, BadRows) = (GoodRows + goodRows, BadRows + badRows);
        (GoodInvoices, BadInvoices) = (GoodInvoices + goodInvoices, BadInvoices + badInvoices);
    }

    public void FinishJudging(DateTimeOffset now)
    {
        if (WaitingRows != 0)
        {
            throw new InvariantException($"{Id} has {WaitingRows} rows that nobody has judged.");
        }

        Move(BatchStage.Validated);
        (ValidatedAt, DoneLine) = (now, 0);
    }

    public void Hold(DateTimeOffset until)
    {
        Move(BatchStage.Held);
        HeldUntil = until;
    }

    public void TakeBack()
    {
        Move(BatchStage.Validated);
        HeldUntil = null;
    }

    public void BeginProcessing()
    {
        Move(BatchStage.Processing);
        (HeldUntil, DoneLine) = (null, 0);
    }

    /// <param name="to">The last line whose turn it was.</param>
    public void CountMade(int to, int createdRows, int rejectedRows, int createdInvoices, int rejectedInvoices)
    {
        DoneLine = to;
        GoodRows -= createdRows + rejectedRows;
        (CreatedRows, RejectedRows) = (CreatedRows + createdRows, RejectedRows + rejectedRows);
        (CreatedInvoices, RejectedInvoices) = (CreatedInvoices + createdInvoices, RejectedInvoices + rejectedInvoices);
    }

    /// <summary>When the next message may leave.</summary>
    public DateTimeOffset NextTurn(DateTimeOffset now, TimeSpan pace)
    {
        var turn = NextSendAt > now ? NextSendAt.Value : now;
        NextSendAt = turn + pace;
        return turn;
    }

    public void FinishProcessing(DateTimeOffset now)
    {
        if (GoodRows != 0 || WaitingRows != 0)
        {
            throw new InvariantException($"{Id} has {GoodRows + WaitingRows} rows that are neither made nor rejected.");
        }

        Move(BatchStage.Processed);
        ProcessedAt = now;
    }

    /// <summary>Nothing comes of it. The same file may come again.</summary>
    public void Discard()
    {
        Move(BatchStage.Discarded);
        BeginReading();    // nothing of its rows is known any more
        Hash = null;
    }

    private void Move(BatchStage to) => Stage = BatchTransitions.Table.Move(Stage, to);
}

public enum BatchDoor
{
    /// <summary>A person in the back office.</summary>
    Office,

    /// <summary>A merchant's system, through our API.</summary>
    Api,

    /// <summary>A merchant's system that speaks PayFort's dialect.</summary>
    Fort,
}
