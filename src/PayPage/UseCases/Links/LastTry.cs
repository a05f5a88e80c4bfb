using PayPage.Domain.Payments;

namespace PayPage.UseCases.Links;

/// <summary>What became of the last payment through a link on which another may be made.</summary>
internal enum LastTry
{
    /// <summary>There was none, it never came about, or the payer ended it himself.</summary>
    None,

    Declined,

    /// <summary>It was not finished in its time.</summary>
    RanOut,

    /// <summary>The payer had approved it, and days later the bank did not send the money.</summary>
    NotArrived,
}

internal static class LastTries
{
    /// <param name="payments">Through one link, the newest first; none of them open.</param>
    public static LastTry Of(IReadOnlyList<Payment> payments) => payments switch
    {
        [{ Status: PaymentStatus.Failed, WasOnItsWay: true }, ..] => LastTry.NotArrived,
        [{ Declined: true }, ..] => LastTry.Declined,
        [{ Status: PaymentStatus.Failed, ProcessorReference: not null }, ..] => LastTry.RanOut,
        _ => LastTry.None,
    };
}
