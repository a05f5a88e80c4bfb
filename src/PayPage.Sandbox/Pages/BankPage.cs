using PayPage.Sandbox.Payments;

namespace PayPage.Sandbox.Pages;

/// <summary>The list of banks, and the page of one of them.</summary>
internal static class BankPage
{
    public static Html List(Payment payment) => Html.Of($"""
        {PaymentSummary.Of(payment)}
        <form method="post" action="/sandbox/pay/{payment.PayerSecret}/bank">
          <fieldset>
            <legend>Choose your bank</legend>
            {Html.Join(Banks.All.Select(Choice))}
          </fieldset>
        </form>
        {CardPage.CancelForm(payment)}
        """);

    public static Html Authorise(Payment payment, Bank bank) => Html.Of($"""
        {PaymentSummary.Of(payment)}
        <p>You are signed in to {bank.Name} (a bank that does not exist). May it pay this amount?</p>
        <form method="post" action="/sandbox/pay/{payment.PayerSecret}/authorise">
          <button type="submit" name="decision" value="{PayByBank.Approve}">Approve</button>
          <button type="submit" name="decision" value="{PayByBank.Refuse}" class="quiet">Refuse</button>
          <button type="submit" name="decision" value="{PayByBank.PendingSuccess}" class="quiet">Approve, pending then paid</button>
          <button type="submit" name="decision" value="{PayByBank.PendingFailure}" class="quiet">Approve, pending then failed</button>
        </form>
        {CardPage.CancelForm(payment)}
        """);

    private static Html Choice(Bank bank) =>
        Html.Of($"""<button type="submit" name="bank" value="{bank.Code}" class="quiet">{bank.Name}</button>""");
}
