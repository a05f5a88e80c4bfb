using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PayPage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HomeSums : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_Mode_Currency_Total_Id",
                table: "Invoices");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Sums",
                table: "Invoices",
                columns: new[] { "MerchantId", "Mode", "Currency", "Total", "Id", "Stage", "Paid", "DueDate" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Invoices_Sums",
                table: "Invoices");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_Mode_Currency_Total_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "Mode", "Currency", "Total", "Id" });
        }
    }
}
