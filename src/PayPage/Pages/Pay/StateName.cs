using PayPage.UseCases.Links;

namespace PayPage.Pages.Pay;

/// <summary>A state in one word, for the page's script: when it is another one, the page is worth loading again.</summary>
internal static class StateName
{
    public static string Of(LinkState state) => state switch
    {
        LinkState.InFlight open => $"{nameof(LinkState.InFlight)}-{open.Status}",
        LinkState.Held held => held.Until is null ? "Held-for-good" : "Held-for-now",
        LinkState.Payable payable => $"{nameof(LinkState.Payable)}-{(payable.Invoice.Available.Minor > 0 ? "now" : "later")}",
        _ => state.GetType().Name,
    };
}
