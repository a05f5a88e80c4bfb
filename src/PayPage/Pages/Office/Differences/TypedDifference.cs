namespace PayPage.Pages.Office.Differences;

/// <summary>What the forms about a difference send, as it was typed. Of each form a part.</summary>
internal sealed class TypedDifference
{
    /// <summary>Of the invoice that the money is for.</summary>
    public string? Number { get; set; }

    /// <summary><c>ref_…</c>: the form brings the id along, so that pressing twice gives back once.</summary>
    public string? Refund { get; set; }

    /// <summary>Password or code; never given back.</summary>
    public string? Proof { get; set; }

    public string? Note { get; set; }
}
