using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>Why an amount may not be paid. Sums are what the payer must hear to do better.</summary>
internal abstract record AmountFault
{
    private AmountFault()
    {
    }

    internal sealed record NotPositive : AmountFault;

    /// <summary>Someone else's payment holds the rest, or it is paid.</summary>
    internal sealed record NothingLeft : AmountFault;

    internal sealed record MoreThanLeft(Money Available) : AmountFault;

    internal sealed record BelowMinimum(Money Minimum) : AmountFault;

    /// <summary>What would be left is less than may be paid at once, so nobody could ever pay it.</summary>
    internal sealed record LeavesTooLittle(Money Minimum, Money Most) : AmountFault;

    /// <summary>The processor takes only multiples of this.</summary>
    internal sealed record NotAStep(Money Step) : AmountFault;
}

internal static class AmountRules
{
    /// <returns>Null when the amount may be paid, as far as this look at the invoice tells.</returns>
    /// <param name="limits">Of the processor; null: not known here, and judged when the payment begins.</param>
    public static AmountFault? Judge(long amount, Invoice invoice, AmountLimits? limits = null)
    {
        var available = invoice.Available;
        var least = limits?.Least ?? 1;
        var minimum = new Money(Math.Max(invoice.MinimumPayment, least), invoice.Currency);
        var left = available.Minor - amount;

        return amount switch
        {
            <= 0 => new AmountFault.NotPositive(),
            _ when available.Minor <= 0 => new AmountFault.NothingLeft(),
            _ when left == 0 && amount < least => new AmountFault.BelowMinimum(new Money(least, invoice.Currency)),
            _ when limits is { Step: var step } && amount % step != 0 => new AmountFault.NotAStep(new Money(step, invoice.Currency)),
            _ when left == 0 => null,
            _ when left < 0 => new AmountFault.MoreThanLeft(available),
            _ when amount < minimum.Minor => new AmountFault.BelowMinimum(minimum),
            _ when left < minimum.Minor => new AmountFault.LeavesTooLittle(minimum, available - minimum),
            _ => null,
        };
    }
}
