namespace PayPage.Pages.Office.OneInvoice;

/// <summary>As it was typed.</summary>
internal sealed class TypedRefund
{
    /// <summary>Of the refund that it makes: the same form sent twice makes one.</summary>
    public string? Id { get; set; }

    public string? Amount { get; set; }

    public string? Reason { get; set; }

    /// <summary>The password, or a code of the app.</summary>
    public string? Proof { get; set; }

    public bool Tells { get; set; }
}
