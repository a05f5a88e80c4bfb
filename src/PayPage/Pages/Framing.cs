namespace PayPage.Pages;

/// <summary>What an answer has to do with frames. A feature of the request, set by the page that answers; without it nothing frames it and it frames nothing.</summary>
internal sealed record Framing(FramingKind Kind);

internal enum FramingKind
{
    /// <summary>A page of ours that shows another in a frame.</summary>
    Holder,

    /// <summary>A payer's page inside that frame: nothing on it runs or leads anywhere.</summary>
    Page,

    /// <summary>A mail inside it, with the styles within its elements that mails have.</summary>
    Mail,

    /// <summary>A PDF file inside it, shown by the browser's own reader.</summary>
    Paper,
}
