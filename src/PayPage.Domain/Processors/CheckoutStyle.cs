namespace PayPage.Domain.Processors;

/// <summary>Where a payer gives the details of a card or bank.</summary>
public enum CheckoutStyle
{
    /// <summary>On a page of the processor's: the payer is led there and back. Needs no script of anybody's.</summary>
    Hosted,

    /// <summary>In frames of the processor's on our own page.</summary>
    OnPage,
}
