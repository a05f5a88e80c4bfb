using System.Linq.Expressions;
using PayPage.Domain.Invoices;
using Condition = System.Linq.Expressions.Expression<System.Func<PayPage.Domain.Invoices.Invoice, bool>>;

namespace PayPage.UseCases.Invoices.Listing;

/// <summary>Puts conditions together of which nobody knows beforehand how many there are.</summary>
internal static class Conditions
{
    /// <returns>One that nothing meets where there are none.</returns>
    public static Condition AnyOf(IEnumerable<Condition> conditions) => Joined(conditions, Expression.OrElse, ifNone: false);

    /// <returns>One that everything meets where there are none.</returns>
    public static Condition AllOf(IEnumerable<Condition> conditions) => Joined(conditions, Expression.AndAlso, ifNone: true);

    private static Condition Joined(IEnumerable<Condition> conditions, Func<Expression, Expression, Expression> join, bool ifNone)
    {
        var invoice = Expression.Parameter(typeof(Invoice), "i");
        var bodies = conditions.Select(condition => new Renaming(condition.Parameters[0], invoice).Visit(condition.Body)).ToList();
        return Expression.Lambda<Func<Invoice, bool>>(bodies.Count == 0 ? Expression.Constant(ifNone) : bodies.Aggregate(join), invoice);
    }

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
