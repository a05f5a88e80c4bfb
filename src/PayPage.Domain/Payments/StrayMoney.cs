namespace PayPage.Domain.Payments;

/// <summary>In what way a payment's money came when it was no longer expected.</summary>
public enum StrayMoney
{
    None,

    /// <summary>The payment had failed or been canceled before; the invoice still had room for all of it.</summary>
    Late,

    /// <summary>The invoice was canceled.</summary>
    AfterCancel,

    /// <summary>More than the invoice had room for; a part of it pays.</summary>
    Over,

    /// <summary>The invoice had no room at all: it was paid already, or is being paid by others.</summary>
#pragma warning disable CA1720 // the payment is double, as people say; no type is meant
    Double,
#pragma warning restore CA1720
}
