namespace PayPage.Domain.Payments;

/// <summary>In what way a payment's money came when it was no longer expected.</summary>
public enum StrayMoney
{
    None,

    /// <summary>The payment had failed or been canceled before.</summary>
    Late,

    /// <summary>The invoice was canceled.</summary>
    AfterCancel,

    /// <summary>More than the invoice had room for.</summary>
    Over,
}
