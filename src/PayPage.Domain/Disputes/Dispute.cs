using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.StateMachines;
using static PayPage.Domain.Payments.DisputeState;

namespace PayPage.Domain.Disputes;

public static class DisputeTransitions
{
    /// <remarks>
    /// News is lost, comes twice and in any order, so a step may be skipped, and none goes back: what is missing here is older news. Only a second
    /// round turns what was decided, and that needs a proof of its own that it is newer (<see cref="Dispute.IsMovedBy"/>).
    /// </remarks>
    public static readonly TransitionTable<DisputeState> Table = new(
        ([Inquiry, Closed], NeedsAnswer, "the bank took the money"),
        ([Inquiry, NeedsAnswer, Closed], UnderReview, "the merchant answered"),
        ([Inquiry, NeedsAnswer, UnderReview, Closed], Won, "the bank put the money back"),
        ([Inquiry, NeedsAnswer, UnderReview, Closed], Lost, "the bank gave the money to the payer"),
        ([Inquiry], Closed, "the bank let it be"),
        ([Won], Lost, "a second round, by newer news"),
        ([Lost], Won, "a second round, by newer news"));

    /// <summary>Somebody should answer the bank.</summary>
    public static IReadOnlyList<DisputeState> Waiting { get; } = [Inquiry, NeedsAnswer];

    /// <summary>Not decided.</summary>
    public static IReadOnlyList<DisputeState> Open { get; } = [Inquiry, NeedsAnswer, UnderReview];

    /// <summary>The bank has the money.</summary>
    public static IReadOnlyList<DisputeState> WithMoney { get; } = [NeedsAnswer, UnderReview, Lost];

    public static bool KeepsMoney(this DisputeState state) => WithMoney.Contains(state);
}

/// <summary>A payer asked his bank to have his money back. What it moved stands in <see cref="Standing"/>; it never reopens the invoice's balance.</summary>
public sealed class Dispute
{
    public const int ReasonLength = 60;

    public required DisputeId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    /// <summary>The account's.</summary>
    public required Mode Mode { get; init; }

    public required ProcessorAccountId AccountId { get; init; }

    /// <summary>The processor's own; unique per account.</summary>
    public required string ProcessorReference { get; init; }

    /// <summary>By what the processor names the money, see <see cref="Payment.MoneyReference"/>.</summary>
    public required string MoneyReference { get; init; }

    /// <summary>When we first heard of it.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Null until a payment of ours has this money: then the dispute enters the books.</summary>
    public PaymentId? PaymentId { get; private set; }

    /// <summary>The payment's.</summary>
    public InvoiceId? InvoiceId { get; private set; }

    public DisputeState State { get; private set; }

    /// <summary>What the bank wants or has; more than 0.</summary>
    public Money Amount { get; private set; }

    /// <summary>In the processor's word, e.g. <c>fraudulent</c>; null where none is given.</summary>
    public string? Reason { get; private set; }

    /// <summary>Until when the bank waits for an answer; null where there is nothing to answer (any more).</summary>
    public DateTimeOffset? EvidenceBy { get; private set; }

    /// <summary>Null until it is won, lost or closed.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When the processor said what is known now; null where it gave no time.</summary>
    public DateTimeOffset? SaidAt { get; private set; }

    /// <summary>Minor units of a lost one that had paid the invoice.</summary>
    public long OfInvoice { get; private set; }

    /// <summary>Minor units of a lost one that the invoice had no room for, and that were owed to the payer anyway.</summary>
    public long OfOverpayment { get; private set; }

    public long Version { get; private set; }

    public bool WaitsForAnswer => DisputeTransitions.Waiting.Contains(State);

    /// <summary>What of it is in the books. Nothing before a payment of ours is known to have the money.</summary>
    public DisputeStanding Standing => PaymentId is null ? DisputeStanding.None : State switch
    {
        NeedsAnswer or UnderReview => new DisputeStanding(Amount.Minor, 0, 0, 0),
        Lost => new DisputeStanding(0, OfInvoice, OfOverpayment, Amount.Minor - OfInvoice - OfOverpayment),
        Inquiry or Won or Closed => DisputeStanding.None,
    };

    /// <summary>As it is when we first hear of it, in whatever state that is.</summary>
    public static Dispute Begin(DisputeId id, ProcessorAccount account, DisputeNews news, DateTimeOffset now)
    {
        var dispute = new Dispute
        {
            Id = id,
            MerchantId = account.MerchantId,
            Mode = account.Mode,
            AccountId = account.Id,
            ProcessorReference = news.Reference,
            MoneyReference = news.MoneyReference,
            OpenedAt = news.At ?? now,
        };

        dispute.Learn(news, now);
        return dispute;
    }

    /// <summary>Whether the news would bring it further. What does not is old, or says nothing new.</summary>
    public bool IsMovedBy(DisputeNews news) => DisputeTransitions.Table.Allows(State, news.State) && (!Turns(news) || IsNewer(news));

    /// <summary>Whether the news is the opposite of what was decided, and nobody can say which of the two is newer.</summary>
    public bool IsInDoubtBy(DisputeNews news) => Turns(news) && (news.At is null || SaidAt is null);

    /// <summary>Whether the news tells more of the state in which it is: another time to answer, or a reason.</summary>
    public bool IsToldMoreBy(DisputeNews news) => State == news.State && !IsOlder(news) && WaitsForAnswer
        && (EvidenceBy != (news.EvidenceBy ?? EvidenceBy) || Reason != (Short(news.Reason) ?? Reason));

    /// <summary>Whether the news is of another thing than this, whatever reference it bears.</summary>
    /// <remarks>An inquiry may ask for another amount than is taken in the end. What was taken stays what it was.</remarks>
    public bool IsContradictedBy(DisputeNews news) =>
        news.MoneyReference != MoneyReference || news.Amount.Currency != Amount.Currency
        || (news.Amount != Amount && State is not (Inquiry or Closed));

    /// <exception cref="InvariantException">It is not moved by this.</exception>
    public void Move(DisputeNews news, DateTimeOffset now)
    {
        DisputeTransitions.Table.Move(State, news.State);
        Learn(news, now);
    }

    /// <summary>See <see cref="IsToldMoreBy"/>.</summary>
    public void Learn(DisputeNews news, DateTimeOffset now)
    {
        State = news.State;
        Amount = news.Amount;
        Reason = Short(news.Reason) ?? Reason;
        EvidenceBy = WaitsForAnswer ? news.EvidenceBy ?? EvidenceBy : null;
        DecidedAt = DisputeTransitions.Open.Contains(State) ? null : news.At ?? now;
        SaidAt = news.At ?? SaidAt;
        (OfInvoice, OfOverpayment) = (0, 0);
    }

    /// <summary>The processor said again, and later, what is known: what it said in between is older than that.</summary>
    /// <remarks>Lost, won, lost, of which the news in the middle comes last: without this it would turn what stands.</remarks>
    public void Confirm(DisputeNews news)
    {
        if (State == news.State && IsNewer(news))
        {
            SaidAt = news.At;
        }
    }

    /// <summary>A payment of ours has the money.</summary>
    public void Adopt(Payment payment) => (PaymentId, InvoiceId) = (payment.Id, payment.InvoiceId);

    /// <summary>What the loss takes from where. The rest had gone back already, and is the merchant's loss.</summary>
    /// <param name="ofInvoice">Minor units, 0 or more.</param>
    /// <param name="ofOverpayment">Minor units, 0 or more.</param>
    /// <exception cref="InvariantException">More than the dispute is about, or it is not lost.</exception>
    public void Share(long ofInvoice, long ofOverpayment)
    {
        if (State != Lost || ofInvoice < 0 || ofOverpayment < 0 || ofInvoice + ofOverpayment > Amount.Minor)
        {
            throw new InvariantException($"{Id} is {State} over {Amount}: it does not take {ofInvoice} and {ofOverpayment}.");
        }

        (OfInvoice, OfOverpayment) = (ofInvoice, ofOverpayment);
    }

    private bool Turns(DisputeNews news) => (State, news.State) is (Won, Lost) or (Lost, Won);

    private bool IsNewer(DisputeNews news) => news.At is { } said && SaidAt is { } known && said > known;

    private bool IsOlder(DisputeNews news) => news.At is { } said && SaidAt is { } known && said < known;

    private static string? Short(string? reason) => reason is { Length: > ReasonLength } ? reason[..ReasonLength] : reason;
}

/// <summary>What a dispute has in the books, each account in minor units; the same sum is out of <c>AtProcessor</c>.</summary>
/// <param name="Open">With the bank, undecided.</param>
/// <param name="OfInvoice">Lost, of what had paid the invoice.</param>
/// <param name="OfOverpayment">Lost, of what was owed to the payer.</param>
/// <param name="Loss">Lost, though it had gone back already.</param>
public readonly record struct DisputeStanding(long Open, long OfInvoice, long OfOverpayment, long Loss)
{
    public static DisputeStanding None { get; }

    /// <summary>What the bank keeps from the merchant.</summary>
    public long Withheld => Open + OfInvoice + OfOverpayment + Loss;
}
