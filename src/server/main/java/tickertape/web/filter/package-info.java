/// The filters of every request and response. web.xml defines their order.
@NullMarked
package tickertape.web.filter;

import org.jspecify.annotations.NullMarked;
