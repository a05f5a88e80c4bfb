namespace PayPage.Sandbox.Pages;

internal static class HomePage
{
    public static Html Body() => Html.Of($"""
        <p>A card and bank processor for trying things out. It talks to shops over HTTP, as a real one would, and moves no money.
        Never type a real card number here: it is refused, and neither stored nor logged.</p>
        <h2>Test cards</h2>
        <p>Any expiry date from this month on and any security code of 3 or 4 digits do.</p>
        {Tables.Cards()}
        <h2>Test amounts</h2>
        <p>Faults while a payment is created, by the last five digits of its amount in minor units: 666.01 is 66601.</p>
        {Tables.Amounts()}
        <h2>Disputes</h2>
        <p>Play the payer's bank. The merchant hears of it by webhook and has a while to answer; who does not answer has lost.</p>
        {DisputePages.Form()}
        """);
}
