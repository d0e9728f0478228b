package shop.mapper;

interface OrderMapper {
    @Select("select * from orders where customer = '${customer}'") // finds: java.security.mybatis-text-substitution
    List<Order> byCustomer(@Param("customer") String customer);

    @Select("select * from orders order by ${column} desc") // finds: java.security.mybatis-text-substitution
    List<Order> sorted(@Param("column") String column);

    @Delete({"delete from orders", "where note like '%${note}%'"}) // finds: java.security.mybatis-text-substitution
    int deleteByNote(@Param("note") String note);

    @Select("select * from orders where customer = #{customer}") // ok: java.security.mybatis-text-substitution
    List<Order> bound(@Param("customer") String customer);

    @Update("update ${schema}.orders set paid = #{paid} where id = #{id}") // ok: java.security.mybatis-text-substitution
    int pay(@Param("schema") String schema, @Param("paid") boolean paid, @Param("id") long id);

    @Value("${orders.page.by=${default}}") // ok: java.security.mybatis-text-substitution
    String page();
}
